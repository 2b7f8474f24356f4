/** The worker process: does one operation from its request to its result. */
@NullMarked
package portico.engine.worker;

import org.jspecify.annotations.NullMarked;
