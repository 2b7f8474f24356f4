package portico.desktop.wizard.draft;

import portico.model.LoadBalancerAttributes;
import portico.model.ServiceSpec;
import portico.model.TargetGroupSpec;

/**
 * What is served, and what that suggests for the steps after it. A suggestion fills fields that
 * nobody has touched.
 *
 * @param serverName for people, such as {@code vLLM}
 * @param service goes into the spec as it is
 * @param targetGroup a group without targets: protocol, version, port, health check, attributes
 * @param attributes of the load balancer: timeouts
 */
public record ServeChoice(
    String serverName,
    ServiceSpec service,
    TargetGroupSpec targetGroup,
    LoadBalancerAttributes attributes) {}
