/** The simulated IAM: one user, its policies, and what they come to. */
@NullMarked
package portico.practice.aws.iam;

import org.jspecify.annotations.NullMarked;
