package portico.engine.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import portico.environment.EnvironmentResource;
import portico.operation.ResourceRef;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The state of one stack as the file backend keeps it.
 *
 * @param outputs the stack's outputs; secret ones read "[secret]"
 * @param resources resources of the program, without the stack itself and providers
 * @param pending operations that the engine began and of whose end it does not know
 */
public record Checkpoint(
    SortedMap<String, String> outputs, List<EnvironmentResource> resources, List<Pending> pending) {
  /** Marks a secret in a checkpoint (sdk/go/common/resource/sig). */
  private static final String SECRET = "1b47061264138c4ac30d75fd1eb44270";

  private static final String SIGNATURE = "4dabf18193072939515e22adb298388d";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public Checkpoint {
    outputs = Collections.unmodifiableSortedMap(new TreeMap<>(outputs));
    resources = List.copyOf(resources);
    pending = List.copyOf(pending);
  }

  /**
   * An operation without a known end.
   *
   * @param operation creating, updating, deleting, reading or importing
   */
  public record Pending(ResourceRef resource, String operation, Map<String, Object> inputs) {
    public Pending {
      inputs = Collections.unmodifiableMap(new TreeMap<>(inputs));
    }

    public boolean isCreate() {
      return operation.equals("creating");
    }
  }

  /** Whether nothing was made, or begun. */
  public boolean isEmpty() {
    return resources.isEmpty() && pending.isEmpty();
  }

  /** The file's content is not a checkpoint: cut off, or something else. */
  public static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
      super(message);
    }
  }

  /**
   * Reads a checkpoint.
   *
   * @throws Unreadable when the bytes are not a whole checkpoint
   */
  public static Checkpoint parse(byte[] bytes) throws Unreadable {
    JsonNode root;
    try {
      root = JSON.readTree(bytes);
    } catch (JacksonException cutOff) {
      throw new Unreadable(cutOff.getOriginalMessage());
    }
    JsonNode checkpoint = root.path("checkpoint");
    if (!checkpoint.isObject()) {
      throw new Unreadable("no checkpoint object");
    }
    JsonNode latest = checkpoint.path("latest");
    return new Checkpoint(
        outputs(latest.path("resources")),
        resources(latest.path("resources")),
        pending(latest.path("pending_operations")));
  }

  private static SortedMap<String, String> outputs(JsonNode resources) {
    SortedMap<String, String> outputs = new TreeMap<>();
    for (JsonNode resource : resources) {
      if (resource.path("type").asString("").equals("pulumi:pulumi:Stack")) {
        resource
            .path("outputs")
            .properties()
            .forEach(entry -> outputs.put(entry.getKey(), text(entry.getValue())));
      }
    }
    return outputs;
  }

  private static String text(JsonNode value) {
    if (value.path(SIGNATURE).asString("").equals(SECRET)) {
      return "[secret]";
    }
    return value.isString() ? value.stringValue() : value.toString();
  }

  private static List<EnvironmentResource> resources(JsonNode resources) {
    List<EnvironmentResource> found = new ArrayList<>();
    for (JsonNode resource : resources) {
      String type = resource.path("type").asString("");
      if (!type.equals("pulumi:pulumi:Stack") && !type.startsWith("pulumi:providers:")) {
        found.add(
            new EnvironmentResource(
                ResourceRef.ofUrn(resource.path("urn").asString("")),
                resource.path("id").asString("")));
      }
    }
    return found;
  }

  private static List<Pending> pending(JsonNode operations) {
    List<Pending> found = new ArrayList<>();
    for (JsonNode operation : operations) {
      JsonNode resource = operation.path("resource");
      Map<String, Object> inputs = new TreeMap<>();
      resource
          .path("inputs")
          .properties()
          .forEach(
              entry ->
                  inputs.put(entry.getKey(), JSON.convertValue(entry.getValue(), Object.class)));
      found.add(
          new Pending(
              ResourceRef.ofUrn(resource.path("urn").asString("")),
              operation.path("type").asString(""),
              inputs));
    }
    return found;
  }
}
