/** The data plane: what a client of a simulated load balancer gets to see. */
@NullMarked
package portico.practice.aws.data;

import org.jspecify.annotations.NullMarked;
