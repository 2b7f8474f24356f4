/**
 * The simulated Elastic Load Balancing v2 for application load balancers, with AWS's rules, and the
 * health of targets.
 */
@NullMarked
package portico.practice.aws.elb;

import org.jspecify.annotations.NullMarked;
