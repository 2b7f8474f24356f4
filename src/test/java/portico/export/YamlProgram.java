package portico.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A Pulumi program in YAML, with its references replaced as Pulumi's mocks would. */
final class YamlProgram {
  private static final Pattern REFERENCE = Pattern.compile("[$][$][{]|[$][{](\\w+)(?:[.](\\w+))?}");

  private final Map<String, Object> resources;
  private final Map<String, String> config;

  YamlProgram(String text, Map<String, String> config) {
    Map<?, ?> program = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);
    this.resources = Registered.fields(Objects.requireNonNull(program.get("resources")));
    this.config = config;
  }

  /** What it asks the engine for. */
  List<Map<String, Object>> registered() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Object each : resources.values()) {
      Map<String, Object> resource = Registered.fields(each);
      Map<String, Object> registered = new LinkedHashMap<>();
      registered.put("type", Objects.requireNonNull(resource.get("type")));
      registered.put("name", Objects.requireNonNull(resource.get("name")));
      registered.put("inputs", resolved(resource.getOrDefault("properties", Map.of())));
      all.add(registered);
    }
    return all;
  }

  private Object resolved(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, Object> fields = Registered.fields(map);
        fields.replaceAll((_, each) -> resolved(each));
        yield fields;
      }
      case List<?> list -> list.stream().map(this::resolved).toList();
      case String text ->
          REFERENCE
              .matcher(text)
              .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), found.group(2))));
      default -> value;
    };
  }

  private String value(@Nullable String name, @Nullable String output) {
    if (name == null) {
      return "${";
    }
    if (output == null) {
      return Objects.requireNonNull(config.get(name), name);
    }
    Map<String, Object> resource = Registered.fields(Objects.requireNonNull(resources.get(name)));
    return switch (output) {
      case "id" -> "id-of-" + resource.get("name");
      case "arn" -> "arn:" + resource.get("name");
      case "dnsName" -> resource.get("name") + ".elb.example";
      case "zoneId" -> "zone-of-" + resource.get("name");
      default -> throw new IllegalArgumentException(output);
    };
  }
}
