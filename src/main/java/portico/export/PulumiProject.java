package portico.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import portico.export.Stack.Resource;

/** The files that every Pulumi program has beside its code. */
final class PulumiProject {
  /** The major version of the provider that the code is written for. */
  static final String PROVIDER = "6.83.0";

  private final Stack stack;

  PulumiProject(Stack stack) {
    this.stack = stack;
  }

  /**
   * {@code Pulumi.yaml}.
   *
   * @param runtime the lines that say what runs the program
   */
  Lines project(List<String> runtime) {
    Lines lines = new Lines(2);
    lines.line("name: " + Lines.quoted(stack.name()));
    runtime.forEach(lines::line);
    lines.line(
        "description: " + Lines.quoted("Load balancer " + stack.name() + ", exported by Portico"));
    lines.line("config:");
    lines.within(
        () -> {
          lines.line("aws:region:");
          lines.within(() -> lines.line("value: " + Lines.quoted(stack.region())));
          if (!stack.tags().isEmpty()) {
            lines.line("aws:defaultTags:");
            lines.within(() -> defaultTags(lines));
          }
        });
    return lines;
  }

  private void defaultTags(Lines lines) {
    lines.line("value:");
    lines.within(
        () -> {
          lines.line("tags:");
          lines.within(
              () ->
                  stack
                      .tags()
                      .forEach(
                          (key, text) ->
                              lines.line(Lines.quoted(key) + ": " + Lines.quoted(text))));
        });
  }

  /** {@code import.json} for {@code pulumi import --file}, when something runs. */
  Map<String, String> imports(Running running) {
    Map<Resource, String> ids = new Imports(stack, running).ids();
    if (ids.isEmpty()) {
      return Map.of();
    }
    Lines lines = new Lines(2);
    lines.line("{");
    lines.within(
        () -> {
          lines.line("\"resources\": [");
          lines.within(
              () -> {
                int left = ids.size();
                for (Map.Entry<Resource, String> each : ids.entrySet()) {
                  left--;
                  lines.line(imported(each.getKey(), each.getValue()) + (left > 0 ? "," : ""));
                }
              });
          lines.line("]");
        });
    lines.line("}");
    Map<String, String> files = new LinkedHashMap<>();
    files.put("import.json", lines.toString());
    return files;
  }

  private static String imported(Resource resource, String id) {
    return "{\"type\": %s, \"name\": %s, \"id\": %s}"
        .formatted(
            Lines.quoted(resource.type().token()), Lines.quoted(resource.name()), Lines.quoted(id));
  }
}
