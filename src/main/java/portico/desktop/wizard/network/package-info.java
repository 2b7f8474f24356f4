/** Second step: the VPC and the subnets that the load balancer stands in. */
@NullMarked
package portico.desktop.wizard.network;

import org.jspecify.annotations.NullMarked;
