package portico.engine.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes resources of creates that came through although the engine did not live to record them. The
 * engine's own option for it, {@code refresh --import-pending-creates}, drops them in 3.259:
 * nothing there turns an operation of type "importing" into a resource.
 */
public final class PendingCreates {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private PendingCreates() {}

  /**
   * Records resources in a checkpoint that the engine is not at work on. Their outputs are those
   * inputs that were asked for; a refresh must follow, which reads what is really there.
   *
   * @param ids for each URN of a pending create the id of what it made
   * @throws IOException when the file cannot be read or written; it is then unchanged
   */
  public static void record(Path file, Map<String, String> ids) throws IOException {
    if (ids.isEmpty()) {
      return;
    }
    JsonNode root;
    try {
      root = JSON.readTree(Files.readAllBytes(file));
    } catch (JacksonException damaged) {
      throw new IOException(damaged.getOriginalMessage(), damaged);
    }
    if (root.path("checkpoint").path("latest") instanceof ObjectNode latest
        && latest.path("resources") instanceof ArrayNode resources
        && latest.path("pending_operations") instanceof ArrayNode operations) {
      move(operations, resources, ids);
      write(file, JSON.writeValueAsBytes(root));
    }
  }

  private static void move(ArrayNode operations, ArrayNode resources, Map<String, String> ids) {
    Set<String> known = new HashSet<>();
    resources.forEach(resource -> known.add(resource.path("urn").asString("")));
    for (int index = operations.size() - 1; index >= 0; index--) {
      JsonNode operation = operations.get(index);
      String urn = operation.path("resource").path("urn").asString("");
      // A replacement has the name of what it replaces, which is still there: left to the engine.
      if (operation.path("type").asString("").equals("creating")
          && ids.containsKey(urn)
          && operation.path("resource") instanceof ObjectNode resource
          && known.add(urn)) {
        resource.put("id", ids.get(urn));
        resource.put("custom", true);
        resource.set("outputs", resource.path("inputs").deepCopy());
        resources.add(resource);
        operations.remove(index);
      }
    }
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".recording");
    Files.write(temporary, bytes);
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    // The backend compares the file with a checksum kept beside it.
    Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".attrs"));
  }
}
