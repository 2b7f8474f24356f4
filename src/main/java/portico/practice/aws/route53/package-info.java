/** The simulated Route 53: the account's hosted zones and their records. */
@NullMarked
package portico.practice.aws.route53;

import org.jspecify.annotations.NullMarked;
