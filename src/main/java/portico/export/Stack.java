package portico.export;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import portico.export.Value.Fields;

/**
 * All resources of an environment, in an order in which they can be made.
 *
 * @param name of the project, from the load balancer's
 * @param tags of every resource
 */
record Stack(
    String name,
    String region,
    Map<String, String> tags,
    List<Secret> secrets,
    List<Resource> resources,
    List<Output> outputs) {
  Stack {
    secrets = List.copyOf(secrets);
    resources = List.copyOf(resources);
    outputs = List.copyOf(outputs);
  }

  /**
   * A resource.
   *
   * @param id what code calls it: lower-case words joined by underscores, unique
   * @param name its logical name in Pulumi, the same as in Portico's own program
   * @param deleteBeforeReplace whether its name can be taken only once
   * @param after id of a resource that must be there before, though no input refers to it
   */
  record Resource(
      String id,
      ResourceType type,
      String name,
      Fields inputs,
      boolean deleteBeforeReplace,
      Optional<String> after) {
    /** The key of {@link Running#ids}. */
    String key() {
      return type.token() + "::" + name;
    }
  }

  /**
   * A value that stays out of the code.
   *
   * @param variable its name: lower-case words joined by underscores
   */
  record Secret(String variable, String description) {}

  record Output(String name, String description, Value value) {}

  /** The resource that code calls so. */
  Resource resource(String id) {
    return resources.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }
}
