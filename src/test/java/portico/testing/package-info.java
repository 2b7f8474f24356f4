/** Hand-written fakes of the ports, and sample values, for the tests of everything above them. */
@NullMarked
package portico.testing;

import org.jspecify.annotations.NullMarked;
