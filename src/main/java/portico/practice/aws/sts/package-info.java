/** The simulated Security Token Service: who is calling, and roles that are assumed. */
@NullMarked
package portico.practice.aws.sts;

import org.jspecify.annotations.NullMarked;
