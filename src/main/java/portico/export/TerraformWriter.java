package portico.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import portico.export.Stack.Output;
import portico.export.Stack.Resource;
import portico.export.Stack.Secret;
import portico.export.Value.Fields;

/** Writes HCL, as {@code terraform fmt} would have it. */
final class TerraformWriter {
  private static final int LONGEST_LIST = 80;

  private final Stack stack;

  TerraformWriter(Stack stack) {
    this.stack = stack;
  }

  Map<String, String> files(Running running) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("main.tf", main());
    if (!stack.secrets().isEmpty()) {
      files.put("variables.tf", variables());
    }
    files.put("outputs.tf", outputs());
    String imports = imports(running);
    if (!imports.isEmpty()) {
      files.put("imports.tf", imports);
    }
    files.put(".gitignore", ".terraform/\n*.tfstate\n*.tfstate.*\n*.tfvars\n");
    return files;
  }

  private String main() {
    Lines lines = new Lines(2);
    lines.line("terraform {");
    lines.within(
        () -> {
          lines.line("required_version = \">= 1.5\"").blank();
          lines.line("required_providers {");
          lines.within(
              () ->
                  lines
                      .line("aws = {")
                      .within(
                          () ->
                              lines
                                  .line("source  = \"hashicorp/aws\"")
                                  .line("version = \">= 5.100, < 7.0\""))
                      .line("}"));
          lines.line("}");
        });
    lines.line("}").blank();
    lines.line("provider \"aws\" {");
    lines.within(() -> provider(lines));
    lines.line("}");
    for (Resource resource : stack.resources()) {
      lines.blank();
      lines.line("resource \"" + resource.type().terraform() + "\" \"" + resource.id() + "\" {");
      lines.within(() -> body(lines, resource));
      lines.line("}");
    }
    return lines.toString();
  }

  private void provider(Lines lines) {
    lines.line("region = " + quoted(stack.region()));
    if (!stack.tags().isEmpty()) {
      lines.blank().line("default_tags {");
      lines.within(
          () -> fields(lines, Fields.empty().put("tags", new Value.Entries(stack.tags()))));
      lines.line("}");
    }
  }

  private void body(Lines lines, Resource resource) {
    fields(lines, resource.inputs());
    resource
        .after()
        .ifPresent(id -> lines.blank().line("depends_on = [" + address(stack.resource(id)) + "]"));
  }

  private static String address(Resource resource) {
    return resource.type().terraform() + "." + resource.id();
  }

  /** Attributes of one line first, aligned; then what takes several. */
  private void fields(Lines lines, Fields fields) {
    List<Map.Entry<String, String>> inLine = new ArrayList<>();
    List<Map.Entry<String, Value>> blocks = new ArrayList<>();
    fields
        .values()
        .forEach(
            (name, value) -> {
              if (isBlock(value)) {
                blocks.add(Map.entry(name, value));
              } else {
                inLine.add(Map.entry(name, expression(value)));
              }
            });
    int width = inLine.stream().mapToInt(entry -> entry.getKey().length()).max().orElse(0);
    for (Map.Entry<String, String> entry : inLine) {
      lines.line(padded(entry.getKey(), width) + " = " + entry.getValue());
    }
    if (!inLine.isEmpty() && !blocks.isEmpty()) {
      lines.blank();
    }
    lines.apart(blocks, block -> block(lines, block.getKey(), block.getValue()));
  }

  private static String padded(String name, int width) {
    return name + " ".repeat(width - name.length());
  }

  private boolean isBlock(Value value) {
    return switch (value) {
      case Value.Part _, Value.Parts _, Value.Entries _ -> true;
      case Value.Items items -> expression(items).length() > LONGEST_LIST;
      case Value.Scalar _ -> false;
    };
  }

  private void block(Lines lines, String name, Value value) {
    switch (value) {
      case Value.Part(Fields inner) -> part(lines, name, inner);
      case Value.Parts(List<Fields> parts) -> lines.apart(parts, part -> part(lines, name, part));
      case Value.Entries(Map<String, String> entries) -> entries(lines, name, entries);
      case Value.Items(List<Value> items) -> {
        lines.line(name + " = [");
        lines.within(() -> items.forEach(item -> lines.line(expression(item) + ",")));
        lines.line("]");
      }
      case Value.Scalar _ -> lines.line(name + " = " + expression(value));
    }
  }

  private static void entries(Lines lines, String name, Map<String, String> entries) {
    Map<String, String> keys = new LinkedHashMap<>();
    entries.keySet().forEach(key -> keys.put(key, isWord(key) ? key : quoted(key)));
    int width = keys.values().stream().mapToInt(String::length).max().orElse(0);
    lines.line(name + " = {");
    lines.within(
        () ->
            entries.forEach(
                (key, text) ->
                    lines.line(padded(keys.getOrDefault(key, key), width) + " = " + quoted(text))));
    lines.line("}");
  }

  private void part(Lines lines, String name, Fields inner) {
    lines.line(name + " {");
    lines.within(() -> fields(lines, inner));
    lines.line("}");
  }

  private static boolean isWord(String key) {
    return key.matches("[A-Za-z_][A-Za-z0-9_-]*");
  }

  private String expression(Value value) {
    return switch (value) {
      case Value.Text(String text) -> quoted(text);
      case Value.Count(int number) -> String.valueOf(number);
      case Value.Flag(boolean on) -> String.valueOf(on);
      case Value.Reference(String id, String attribute) ->
          address(stack.resource(id)) + "." + attribute;
      case Value.Secret(String prefix, String variable) ->
          prefix.isEmpty() ? "var." + variable : "\"" + inner(prefix) + "${var." + variable + "}\"";
      case Value.Join(List<Value> parts) ->
          "\"" + Lines.joined(parts, "", this::interpolated) + "\"";
      case Value.Items(List<Value> items) ->
          "[" + Lines.joined(items, ", ", this::expression) + "]";
      case Value.Entries _, Value.Part _, Value.Parts _ ->
          throw new IllegalArgumentException("not of one line: " + value);
    };
  }

  private String interpolated(Value part) {
    return part instanceof Value.Text(String text) ? inner(text) : "${" + expression(part) + "}";
  }

  static String quoted(String text) {
    return "\"" + inner(text) + "\"";
  }

  private static String inner(String text) {
    String quoted = Lines.quoted(text);
    return quoted.substring(1, quoted.length() - 1).replace("${", "$${").replace("%{", "%%{");
  }

  private String variables() {
    Lines lines = new Lines(2);
    lines.apart(stack.secrets(), secret -> variable(lines, secret));
    return lines.toString();
  }

  private static void variable(Lines lines, Secret secret) {
    lines.line("variable \"" + secret.variable() + "\" {");
    lines.within(
        () ->
            lines
                .line("description = " + quoted(secret.description()))
                .line("type        = string")
                .line("sensitive   = true")
                .line("nullable    = false"));
    lines.line("}");
  }

  private String outputs() {
    Lines lines = new Lines(2);
    lines.apart(stack.outputs(), output -> output(lines, output));
    return lines.toString();
  }

  private void output(Lines lines, Output output) {
    lines.line("output \"" + output.name() + "\" {");
    lines.within(
        () ->
            lines
                .line("description = " + quoted(output.description()))
                .line("value       = " + expression(output.value())));
    lines.line("}");
  }

  private String imports(Running running) {
    Lines lines = new Lines(2);
    Imports imports = new Imports(stack, running);
    lines.apart(imports.ids().entrySet(), each -> imported(lines, each.getKey(), each.getValue()));
    return lines.toString();
  }

  private static void imported(Lines lines, Resource resource, String id) {
    lines.line("import {");
    lines.within(() -> lines.line("to = " + address(resource)).line("id = " + quoted(id)));
    lines.line("}");
  }
}
