package portico.model;

/**
 * A port on which the load balancer takes requests, and what it does with them.
 *
 * @param name the listener's name within the environment; AWS itself gives listeners no name
 * @param protocol what clients speak
 * @param port 1 to 65535, once per load balancer
 * @param targetGroup name of the target group that the default action forwards to
 */
public record ListenerSpec(String name, Protocol protocol, int port, String targetGroup) {}
