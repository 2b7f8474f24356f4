/**
 * Whether what was deployed really answers, seen from this machine, and the address this machine
 * has on the internet. {@link portico.probe.EndpointProbe} and {@link portico.probe.PublicAddress}
 * are the ports.
 */
@NullMarked
package portico.probe;

import org.jspecify.annotations.NullMarked;
