/**
 * The load balancers themselves: each listener of each active simulated load balancer is an HTTP or
 * HTTPS server on the loopback address, which checks the health of its targets and forwards to them
 * by rules, weights, stickiness and timeouts as AWS does.
 *
 * <p>Where things are on this machine:
 *
 * <ul>
 *   <li>A listener has its own port at 127.0.0.1 if that can be had and no target is asked there,
 *       else another, which stays the same for as long as the listener exists.
 *   <li>Every instance and address is this machine: a target {@code i-x:8000} is what listens at
 *       127.0.0.1:8000. Where nothing does, a seeded instance answers by a built-in server, see
 *       {@link portico.practice.aws.data.BuiltInServer}. Two targets with the same port are
 *       therefore the same server.
 *   <li>A Lambda function is an echo of the event that it would be given.
 *   <li>Clients at 127.0.0.1 count as coming from the address that practice calls the user's own.
 *   <li>HTTPS listeners show certificates for the names of the account's certificates, issued under
 *       an authority of the account's folder: {@code curl --cacert ca.pem}.
 * </ul>
 *
 * <p>Of all processes over one account, one runs this; {@link portico.practice.aws.data.DataPlane}
 * tells how.
 */
@NullMarked
package portico.practice.aws.data;

import org.jspecify.annotations.NullMarked;
