package portico.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import portico.export.Stack.Output;
import portico.export.Stack.Resource;
import portico.export.Stack.Secret;
import portico.export.Value.Fields;

/** Writes a Pulumi program in YAML, which is its project file. */
final class PulumiYamlWriter {
  private final Stack stack;

  PulumiYamlWriter(Stack stack) {
    this.stack = stack;
  }

  Map<String, String> files(Running running) {
    Map<String, String> files = new LinkedHashMap<>();
    PulumiProject project = new PulumiProject(stack);
    Lines lines = project.project(List.of("runtime: yaml"));
    lines.within(() -> stack.secrets().forEach(secret -> secret(lines, secret)));
    lines.line("resources:");
    lines.within(() -> stack.resources().forEach(resource -> resource(lines, resource)));
    lines.line("outputs:");
    lines.within(
        () -> {
          for (Output output : stack.outputs()) {
            lines.line(Names.camel(output.name()) + ": " + scalar(output.value()));
          }
        });
    files.put("Pulumi.yaml", lines.toString());
    files.putAll(project.imports(running));
    return files;
  }

  private static void secret(Lines lines, Secret secret) {
    lines.line("# " + secret.description());
    lines.line(Names.camel(secret.variable()) + ":");
    lines.within(() -> lines.line("type: string").line("secret: true"));
  }

  private void resource(Lines lines, Resource resource) {
    lines.line(Names.camel(resource.id()) + ":");
    lines.within(
        () -> {
          lines.line("type: " + resource.type().token());
          lines.line("name: " + Lines.quoted(resource.name()));
          lines.line("properties:");
          lines.within(() -> fields(lines, resource.inputs()));
          if (resource.deleteBeforeReplace() || resource.after().isPresent()) {
            lines.line("options:");
            lines.within(() -> options(lines, resource));
          }
        });
  }

  private static void options(Lines lines, Resource resource) {
    if (resource.deleteBeforeReplace()) {
      lines.line("deleteBeforeReplace: true");
    }
    resource
        .after()
        .ifPresent(
            id -> {
              lines.line("dependsOn:");
              lines.within(() -> lines.line("- ${" + Names.camel(id) + "}"));
            });
  }

  private void fields(Lines lines, Fields fields) {
    fields.values().forEach((name, value) -> field(lines, PulumiNames.camel(name, value), value));
  }

  private void field(Lines lines, String name, Value value) {
    switch (value) {
      case Value.Part(Fields inner) -> {
        lines.line(name + ":");
        lines.within(() -> fields(lines, inner));
      }
      case Value.Parts(List<Fields> parts) -> {
        lines.line(name + ":");
        lines.within(
            () ->
                parts.forEach(
                    part -> {
                      lines.line("-");
                      lines.within(() -> fields(lines, part));
                    }));
      }
      case Value.Entries(Map<String, String> entries) -> {
        lines.line(name + ":");
        lines.within(
            () -> entries.forEach((key, text) -> lines.line(quoted(key) + ": " + quoted(text))));
      }
      case Value.Items(List<Value> items) -> {
        lines.line(name + ":");
        lines.within(() -> items.forEach(item -> lines.line("- " + scalar(item))));
      }
      case Value.Scalar _ -> lines.line(name + ": " + scalar(value));
    }
  }

  private static String scalar(Value value) {
    return switch (value) {
      case Value.Text(String text) -> quoted(text);
      case Value.Count(int number) -> String.valueOf(number);
      case Value.Flag(boolean on) -> String.valueOf(on);
      case Value.Join(List<Value> parts) ->
          "\"" + Lines.joined(parts, "", PulumiYamlWriter::inner) + "\"";
      case Value.Reference _, Value.Secret _ -> "\"" + inner(value) + "\"";
      case Value.Items _, Value.Entries _, Value.Part _, Value.Parts _ ->
          throw new IllegalArgumentException("not of one line: " + value);
    };
  }

  /** Between the quotes. */
  private static String inner(Value value) {
    return switch (value) {
      case Value.Text(String text) -> unquoted(text);
      case Value.Reference(String id, String attribute) ->
          "${" + Names.camel(id) + "." + Names.camel(attribute) + "}";
      case Value.Secret(String prefix, String variable) ->
          unquoted(prefix) + "${" + Names.camel(variable) + "}";
      case Value.Count _,
          Value.Flag _,
          Value.Join _,
          Value.Items _,
          Value.Entries _,
          Value.Part _,
          Value.Parts _ ->
          throw new IllegalArgumentException("not within a text: " + value);
    };
  }

  private static String quoted(String text) {
    return "\"" + unquoted(text) + "\"";
  }

  private static String unquoted(String text) {
    String quoted = Lines.quoted(text.replace("${", "$${"));
    return quoted.substring(1, quoted.length() - 1);
  }
}
