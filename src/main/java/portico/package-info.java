/** Portico puts an AWS Application Load Balancer in front of an inference service. */
@NullMarked
package portico;

import org.jspecify.annotations.NullMarked;
