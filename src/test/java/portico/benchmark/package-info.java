/** Measurements, run by hand: what Portico costs beside the engine it starts. */
@NullMarked
package portico.benchmark;

import org.jspecify.annotations.NullMarked;
