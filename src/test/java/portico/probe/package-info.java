/** Tests of the probe on this machine. */
@NullMarked
package portico.probe;

import org.jspecify.annotations.NullMarked;
