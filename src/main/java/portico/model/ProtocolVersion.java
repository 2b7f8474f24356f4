package portico.model;

/**
 * The version of HTTP that a load balancer speaks to the targets of a group (API_CreateTargetGroup,
 * ProtocolVersion).
 */
public enum ProtocolVersion {
  HTTP1,
  HTTP2,
  /** Needs an HTTPS listener in front of it (load-balancer-target-groups.html). */
  GRPC
}
