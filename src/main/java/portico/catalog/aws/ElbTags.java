package portico.catalog.aws;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerNotFoundException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupNotFoundException;

/** Tags of load balancers and target groups. */
final class ElbTags {
  /** DescribeTags takes at most this many resources (API_DescribeTags). */
  private static final int BATCH = 20;

  private final AwsClients clients;

  ElbTags(AwsClients clients) {
    this.clients = clients;
  }

  /** The tags by ARN; a resource that is gone by now is absent. */
  Map<String, Map<String, String>> of(AwsCall call, List<String> arns) {
    Map<String, Map<String, String>> tags = new HashMap<>();
    for (int from = 0; from < arns.size(); from += BATCH) {
      tags.putAll(batch(call, arns.subList(from, Math.min(arns.size(), from + BATCH))));
    }
    return tags;
  }

  private Map<String, Map<String, String>> batch(AwsCall call, List<String> arns) {
    try {
      return call
          .of(
              AwsService.ELB,
              "DescribeTags",
              () -> clients.elb().describeTags(request -> request.resourceArns(arns)))
          .tagDescriptions()
          .stream()
          .collect(
              Collectors.toMap(
                  described -> described.resourceArn(), described -> byKey(described.tags())));
    } catch (LoadBalancerNotFoundException | TargetGroupNotFoundException e) {
      // One that was deleted since it was listed spoils the batch: ask one by one.
      if (arns.size() == 1) {
        return Map.of();
      }
      Map<String, Map<String, String>> tags = new HashMap<>();
      arns.forEach(arn -> tags.putAll(batch(call, List.of(arn))));
      return tags;
    }
  }

  private static Map<String, String> byKey(List<Tag> tags) {
    // A tag may have no value at all.
    return tags.stream()
        .collect(Collectors.toMap(Tag::key, tag -> tag.value() == null ? "" : tag.value()));
  }
}
