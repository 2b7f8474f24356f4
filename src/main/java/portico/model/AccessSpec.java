package portico.model;

import java.util.List;

/**
 * Who may reach the listeners: the ingress rules of the environment's own security group.
 *
 * @param ingressCidrs IPv4 networks such as {@code 203.0.113.7/32}; at least one
 */
public record AccessSpec(List<String> ingressCidrs) {
  public AccessSpec {
    ingressCidrs = List.copyOf(ingressCidrs);
  }
}
