package portico.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import portico.export.Stack.Resource;
import portico.export.Value.Fields;

/** Writes resources as calls of {@code com.pulumi:aws}'s builders. */
final class JavaResources {
  /** {@code Map.of} takes so many pairs. */
  private static final int MOST_PAIRS = 10;

  private final Stack stack;
  private final References references;
  private final Set<String> imports;

  JavaResources(Stack stack, References references, Set<String> imports) {
    this.stack = stack;
    this.references = references;
    this.imports = imports;
  }

  void write(Lines lines, Resource resource) {
    ResourceType type = resource.type();
    String classes = "com.pulumi.aws." + type.module() + ".";
    imports.add(classes + type.className());
    imports.add(classes + type.className() + "Args");
    String let = references.has(resource.id()) ? Names.camel(resource.id()) + " = " : "";
    boolean options = resource.deleteBeforeReplace() || resource.after().isPresent();
    lines.line(let + "new " + type.className() + "(");
    lines.within(
        () -> {
          lines.line(Lines.quoted(resource.name()) + ",");
          lines.line(type.className() + "Args.builder()");
          lines.within(
              () -> {
                fields(lines, resource.inputs(), classes + "inputs.", type.className());
                lines.line(".build()" + (options ? "," : ");"));
              });
          if (options) {
            options(lines, resource);
          }
        });
  }

  private void options(Lines lines, Resource resource) {
    imports.add("com.pulumi.resources.CustomResourceOptions");
    lines.line("CustomResourceOptions.builder()");
    lines.within(
        () -> {
          if (resource.deleteBeforeReplace()) {
            lines.line(".deleteBeforeReplace(true)");
          }
          resource.after().ifPresent(id -> lines.line(".dependsOn(" + Names.camel(id) + ")"));
          lines.line(".build());");
        });
  }

  /**
   * The builder's calls.
   *
   * @param classes package of the arguments' classes, with a dot behind it
   * @param owner what the names of those classes begin with
   */
  private void fields(Lines lines, Fields fields, String classes, String owner) {
    fields
        .values()
        .forEach(
            (name, value) -> {
              String call = "." + PulumiNames.camel(name, value) + "(";
              switch (value) {
                case Value.Part(Fields inner) ->
                    parts(lines, call, List.of(inner), classes, owner + Names.pascal(name));
                case Value.Parts(List<Fields> parts) ->
                    parts(lines, call, parts, classes, owner + Names.pascal(name));
                case Value.Scalar _, Value.Items _, Value.Entries _ ->
                    lines.line(call + expression(value) + ")");
              }
            });
  }

  private void parts(
      Lines lines, String call, List<Fields> parts, String classes, String className) {
    imports.add(classes + className + "Args");
    lines.line(call);
    lines.within(
        () -> {
          for (int index = 0; index < parts.size(); index++) {
            Fields part = parts.get(index);
            String end = index == parts.size() - 1 ? ".build())" : ".build(),";
            lines.line(className + "Args.builder()");
            lines.within(
                () -> {
                  fields(lines, part, classes, className);
                  lines.line(end);
                });
          }
        });
  }

  String expression(Value value) {
    return switch (value) {
      case Value.Text(String text) -> Lines.quoted(text);
      case Value.Count(int number) -> String.valueOf(number);
      case Value.Flag(boolean on) -> String.valueOf(on);
      case Value.Reference(String id, String attribute) ->
          Names.camel(stack.resource(id).id()) + "." + Names.camel(attribute) + "()";
      case Value.Secret(String prefix, String variable) ->
          prefix.isEmpty()
              ? Names.camel(variable)
              : Names.camel(variable) + ".applyValue(key -> " + Lines.quoted(prefix) + " + key)";
      case Value.Join(List<Value> parts) -> formatted(parts);
      case Value.Items(List<Value> items) -> list(items);
      case Value.Entries(Map<String, String> entries) -> map(entries);
      case Value.Part _, Value.Parts _ ->
          throw new IllegalArgumentException("not of one line: " + value);
    };
  }

  private String formatted(List<Value> parts) {
    imports.add("com.pulumi.core.Output");
    StringBuilder form = new StringBuilder();
    List<String> arguments = new ArrayList<>();
    for (Value part : parts) {
      if (part instanceof Value.Text(String text)) {
        form.append(text.replace("%", "%%"));
      } else {
        form.append("%s");
        arguments.add(expression(part));
      }
    }
    return "Output.format("
        + Lines.quoted(form.toString())
        + ", "
        + String.join(", ", arguments)
        + ")";
  }

  private String list(List<Value> items) {
    boolean plain = items.stream().allMatch(Value.Text.class::isInstance);
    imports.add("java.util.List");
    if (plain) {
      return "List.of(" + Lines.joined(items, ", ", this::expression) + ")";
    }
    if (items.size() == 1) {
      return expression(items.getFirst()) + ".applyValue(List::of)";
    }
    imports.add("com.pulumi.core.Output");
    return "Output.all(List.of("
        + Lines.joined(
            items,
            ", ",
            item ->
                item instanceof Value.Text
                    ? "Output.of(" + expression(item) + ")"
                    : expression(item))
        + "))";
  }

  private String map(Map<String, String> entries) {
    imports.add("java.util.Map");
    List<Map.Entry<String, String>> all = List.copyOf(entries.entrySet());
    return all.size() <= MOST_PAIRS
        ? "Map.of(" + Lines.joined(all, ", ", each -> pair(each)) + ")"
        : "Map.ofEntries(" + Lines.joined(all, ", ", each -> "Map.entry(" + pair(each) + ")") + ")";
  }

  private static String pair(Map.Entry<String, String> entry) {
    return Lines.quoted(entry.getKey()) + ", " + Lines.quoted(entry.getValue());
  }
}
