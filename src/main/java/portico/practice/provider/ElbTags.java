package portico.practice.provider;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;

/** Tags of load balancers, target groups, listeners and rules. */
final class ElbTags {
  private ElbTags() {}

  private static Map<String, String> read(String arn, Call call) {
    Map<String, String> tags = new TreeMap<>();
    CallFailed.call(
            "DescribeTags", () -> call.elb().describeTags(request -> request.resourceArns(arn)))
        .tagDescriptions()
        .forEach(
            description -> description.tags().forEach(tag -> tags.put(tag.key(), tag.value())));
    return tags;
  }

  /** Whether an earlier run of the environment that now asks for {@code inputs} made it. */
  static boolean owned(String arn, PropertyMap inputs, Call call) {
    return Tagging.owned(inputs.dictionary(Tagging.TAGS), read(arn, call));
  }

  /** The state with its tags. */
  static PropertyMap state(PropertyMap state, String arn, Call call) {
    return Tagging.state(state, read(arn, call));
  }

  static void converge(String arn, PropertyMap inputs, Call call) {
    Map<String, String> wanted = inputs.dictionary(Tagging.TAGS);
    Map<String, String> actual = read(arn, call);
    List<String> remove = Tagging.toRemove(wanted, actual);
    if (!remove.isEmpty()) {
      CallFailed.call(
          "RemoveTags",
          () -> call.elb().removeTags(request -> request.resourceArns(arn).tagKeys(remove)));
    }
    Map<String, String> add = Tagging.toSet(wanted, actual);
    if (!add.isEmpty()) {
      CallFailed.call(
          "AddTags", () -> call.elb().addTags(request -> request.resourceArns(arn).tags(of(add))));
    }
  }

  /** For a create request: empty without tags, because AWS wants at least one where it gets any. */
  static Optional<Collection<Tag>> wanted(PropertyMap inputs) {
    return Optional.of(of(inputs.dictionary(Tagging.TAGS))).filter(tags -> !tags.isEmpty());
  }

  private static Collection<Tag> of(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }
}
