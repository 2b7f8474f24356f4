/**
 * Proves a service by plain sockets and HTTP/1.1. The JDK's HTTP client sends no Host header and
 * asks for no server name but those of the address it connects to, which differ for a simulated
 * load balancer and for one whose certificate is for the user's own domain; nor does it tell
 * resolving, connecting, the handshake and the answer apart. Whether HTTP/2 is offered is seen in
 * the handshake.
 */
@NullMarked
package portico.proof.http;

import org.jspecify.annotations.NullMarked;
