package portico.export;

import com.pulumi.Context;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a program asks the engine for, whichever language it is in: the inputs of every resource, by
 * type and name joined by two colons.
 */
final class Registered {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Registered() {}

  /** By a program in Java, with Pulumi's mocks. */
  static Map<String, Object> by(Consumer<Context> program) {
    Recorder recorder = new Recorder();
    try {
      PulumiTest.withMocks(recorder).runTest(program).throwOnError();
    } finally {
      PulumiTest.cleanup();
    }
    return byName(List.copyOf(recorder.found));
  }

  /** As another language's recorder has written it. */
  static Map<String, Object> in(Path file) {
    try {
      List<Map<String, Object>> found = new ArrayList<>();
      for (Object each : JSON.readValue(Files.readAllBytes(file), List.class)) {
        found.add(fields(each));
      }
      return byName(found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By type and name. */
  static Map<String, Object> byName(List<Map<String, Object>> found) {
    Map<String, Object> all = new TreeMap<>();
    for (Map<String, Object> each : found) {
      Object type = each.get("type");
      if (!Objects.equals(type, "pulumi:pulumi:Stack")
          && all.put(type + "::" + each.get("name"), plain(each.getOrDefault("inputs", Map.of())))
              != null) {
        throw new AssertionError("twice: " + each);
      }
    }
    return all;
  }

  static Map<String, Object> fields(Object value) {
    Map<String, Object> fields = new LinkedHashMap<>();
    ((Map<?, ?>) value).forEach((key, each) -> fields.put(String.valueOf(key), each));
    return fields;
  }

  /** Numbers as one type, secrets and absent values as what they are in every language. */
  private static Object plain(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, Object> fields = new TreeMap<>();
        map.forEach(
            (key, each) -> {
              boolean nothing = key.equals("messageBody") && "".equals(each);
              if (each != null && !nothing) {
                fields.put(String.valueOf(key), plain(each));
              }
            });
        yield fields.containsKey("4dabf18193072939515e22adb298388d")
            ? Objects.requireNonNull(fields.get("value"))
            : fields;
      }
      case List<?> list -> list.stream().map(Registered::plain).toList();
      case Number number -> new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
      case Optional<?> optional -> optional.<Object>map(Registered::plain).orElse("");
      default -> value;
    };
  }

  private static final class Recorder implements Mocks {
    private final ConcurrentLinkedQueue<Map<String, Object>> found = new ConcurrentLinkedQueue<>();

    @Override
    public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
      String type = Objects.requireNonNull(args.type);
      String name = Objects.requireNonNull(args.name);
      Map<String, Object> inputs = args.inputs == null ? Map.of() : args.inputs;
      found.add(Map.of("type", type, "name", name, "inputs", inputs));
      Map<String, Object> state = new HashMap<>(inputs);
      state.put("arn", "arn:" + name);
      state.put("dnsName", name + ".elb.example");
      state.putIfAbsent("zoneId", "zone-of-" + name);
      return CompletableFuture.completedFuture(
          ResourceResult.of(Optional.of("id-of-" + name), state));
    }
  }
}
