/**
 * A simulated AWS for practice mode: real HTTP on the loopback address that speaks the wire
 * protocols of EC2, Elastic Load Balancing v2, STS, ACM, IAM, WAF and Lambda, as far as a load
 * balancer needs them, so any AWS client works with it by an endpoint override alone. {@link
 * portico.practice.aws.SimulatedAws} is the way in.
 *
 * <p>It checks requests by AWS's rules on its own and therefore shares no code with the rest of
 * Portico. Nothing it hands out can pass for real: the account is 123456789012 and every DNS name
 * ends in {@code .localhost}.
 */
@NullMarked
package portico.practice.aws;

import org.jspecify.annotations.NullMarked;
