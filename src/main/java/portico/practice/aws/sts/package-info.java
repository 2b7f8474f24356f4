/** The simulated Security Token Service: who is calling. */
@NullMarked
package portico.practice.aws.sts;

import org.jspecify.annotations.NullMarked;
