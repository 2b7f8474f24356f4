package portico.practice.aws.state;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A listener; the first certificate is the default one. */
public record Listener(
    String arn,
    String loadBalancerArn,
    String protocol,
    int port,
    Optional<String> sslPolicy,
    List<String> certificates,
    List<Action> actions,
    Map<String, String> attributes,
    Map<String, String> tags) {

  /** The same listener with other certificates. */
  public Listener certifiedBy(List<String> next) {
    return new Listener(
        arn,
        loadBalancerArn,
        protocol,
        port,
        sslPolicy,
        List.copyOf(next),
        actions,
        attributes,
        tags);
  }

  /** The same listener with other attributes. */
  public Listener with(Map<String, String> next) {
    return new Listener(
        arn, loadBalancerArn, protocol, port, sslPolicy, certificates, actions, next, tags);
  }

  /** The same listener with other tags. */
  public Listener tagged(Map<String, String> next) {
    return new Listener(
        arn, loadBalancerArn, protocol, port, sslPolicy, certificates, actions, attributes, next);
  }
}
