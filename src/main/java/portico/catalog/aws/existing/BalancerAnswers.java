package portico.catalog.aws.existing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

/**
 * Everything that AWS answers about one load balancer.
 *
 * @param region where it stands
 * @param attributes of the load balancer, by key
 * @param groups that its listeners name
 * @param tags by ARN, of load balancer, listeners, rules and target groups
 * @param securityGroups of the load balancer
 * @param usedElsewhere which of them are on network interfaces that are not the load balancer's
 * @param admitting security groups with a rule that admits one of them
 * @param webAclArn of AWS WAF
 * @param reservedUnits capacity units that are kept ready for it
 * @param takenNames of load balancers and target groups in the region
 */
public record BalancerAnswers(
    String region,
    LoadBalancer balancer,
    Map<String, String> attributes,
    List<ListenerAnswers> listeners,
    List<GroupAnswers> groups,
    Map<String, Map<String, String>> tags,
    List<SecurityGroup> securityGroups,
    Set<String> usedElsewhere,
    List<SecurityGroup> admitting,
    Optional<String> webAclArn,
    OptionalInt reservedUnits,
    Set<String> takenNames) {

  /** One listener; {@code certificates} has the default one too. */
  public record ListenerAnswers(
      Listener listener,
      Map<String, String> attributes,
      List<Certificate> certificates,
      List<Rule> rules) {}

  /** One target group. */
  public record GroupAnswers(
      TargetGroup group, Map<String, String> attributes, List<TargetHealthDescription> targets) {}

  /** The tags of a resource. */
  Map<String, String> tagsOf(String arn) {
    return tags.getOrDefault(arn, Map.of());
  }
}
