/** The simulated EC2: networks, instances, security groups and tags. */
@NullMarked
package portico.practice.aws.ec2;

import org.jspecify.annotations.NullMarked;
