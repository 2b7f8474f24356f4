package portico.catalog.aws.existing;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import portico.catalog.TakeoverRemark.Kind;
import portico.catalog.aws.existing.BalancerAnswers.ListenerAnswers;

/**
 * Tags: those that all resources have become the environment's. Those by which another tool knows
 * what is its own are never copied: it would change or delete what it takes for its own.
 */
final class Tags {
  private static final List<String> OWNERSHIP =
      List.of(
          "aws:",
          "portico:",
          "elbv2.k8s.aws/",
          "ingress.k8s.aws/",
          "service.k8s.aws/",
          "gateway.k8s.aws/",
          "kubernetes.io/",
          "elasticbeanstalk:",
          "AmazonECSManaged");

  private static final String NAME = "Name";

  private final BalancerAnswers answers;
  private final Map<String, String> common;

  Tags(BalancerAnswers answers) {
    this.answers = answers;
    this.common = shared();
  }

  /** The tags that everything has. */
  Map<String, String> common() {
    return common;
  }

  private Map<String, String> shared() {
    Map<String, String> shared = copied(answers.balancer().loadBalancerArn());
    answers
        .groups()
        .forEach(
            each -> shared.entrySet().retainAll(copied(each.group().targetGroupArn()).entrySet()));
    for (ListenerAnswers each : answers.listeners()) {
      shared.entrySet().retainAll(unnamed(each.listener().listenerArn()).entrySet());
      each.rules().stream()
          .filter(rule -> !Boolean.TRUE.equals(rule.isDefault()))
          .forEach(rule -> shared.entrySet().retainAll(unnamed(rule.ruleArn()).entrySet()));
    }
    return shared;
  }

  /** What a resource has beside the common ones. */
  Map<String, String> ownOf(String arn) {
    Map<String, String> own = copied(arn);
    own.entrySet().removeAll(common.entrySet());
    return own;
  }

  /** The Name tag of a listener or rule; empty without one. */
  String nameOf(String arn) {
    return answers.tagsOf(arn).getOrDefault(NAME, "");
  }

  /** Remarks what a listener or rule has beside name and common tags: a spec has none of them. */
  void remarkOthers(String where, String arn, Remarks remarks) {
    Map<String, String> others = unnamed(arn);
    others.entrySet().removeAll(common.entrySet());
    if (!others.isEmpty()) {
      remarks.add(Kind.TAGS_LEFT_OUT, where, shown(others));
    }
  }

  /** Remarks by which tool the load balancer is managed, if tags tell. */
  void remarkOwners(Remarks remarks) {
    Map<String, String> tags = answers.tagsOf(answers.balancer().loadBalancerArn());
    Set<String> seen = new LinkedHashSet<>();
    tags.forEach(
        (key, value) -> {
          if (key.equals("portico:environment")) {
            remarks.add(Kind.OF_PORTICO, value);
          } else if (isOwnership(key) && !key.startsWith("portico:")) {
            seen.add(key + "=" + value);
          }
        });
    if (!seen.isEmpty()) {
      remarks.add(Kind.MANAGED, String.join(", ", seen));
    }
  }

  private Map<String, String> unnamed(String arn) {
    Map<String, String> tags = copied(arn);
    tags.remove(NAME);
    return tags;
  }

  private Map<String, String> copied(String arn) {
    Map<String, String> kept = new LinkedHashMap<>(new TreeMap<>(answers.tagsOf(arn)));
    kept.keySet().removeIf(Tags::isOwnership);
    return kept;
  }

  private static boolean isOwnership(String key) {
    return OWNERSHIP.stream().anyMatch(key::startsWith);
  }

  private static String shown(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(tag -> tag.getKey() + "=" + tag.getValue())
        .collect(Collectors.joining(", "));
  }
}
