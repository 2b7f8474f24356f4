package portico.practice.provider;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** Tags of security groups and their rules. */
final class Ec2Tags {
  private Ec2Tags() {}

  static Map<String, String> map(List<Tag> tags) {
    Map<String, String> map = new TreeMap<>();
    tags.forEach(tag -> map.put(tag.key(), tag.value()));
    return map;
  }

  /** For a request that makes something of this type; empty without tags. */
  static List<TagSpecification> specification(ResourceType type, Map<String, String> tags) {
    return tags.isEmpty()
        ? List.of()
        : List.of(TagSpecification.builder().resourceType(type).tags(of(tags)).build());
  }

  static void converge(String id, PropertyMap inputs, Map<String, String> actual, Call call) {
    Map<String, String> wanted = inputs.dictionary(Tagging.TAGS);
    List<String> remove = Tagging.toRemove(wanted, actual);
    if (!remove.isEmpty()) {
      List<Tag> keys = remove.stream().map(key -> Tag.builder().key(key).build()).toList();
      CallFailed.call(
          "DeleteTags", () -> call.ec2().deleteTags(request -> request.resources(id).tags(keys)));
    }
    Map<String, String> add = Tagging.toSet(wanted, actual);
    if (!add.isEmpty()) {
      CallFailed.call(
          "CreateTags",
          () -> call.ec2().createTags(request -> request.resources(id).tags(of(add))));
    }
  }

  private static List<Tag> of(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }
}
