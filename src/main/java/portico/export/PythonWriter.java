package portico.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import portico.export.Stack.Resource;

/** Writes a Pulumi program in Python. */
final class PythonWriter {
  private final Stack stack;
  private final References references;
  private final Braces braces =
      new Braces(
          (name, value) -> Lines.quoted(PulumiNames.words(name, value)) + ": ", this::expression);

  PythonWriter(Stack stack) {
    this.stack = stack;
    this.references = new References(stack);
  }

  Map<String, String> files(Running running) {
    PulumiProject project = new PulumiProject(stack);
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        "Pulumi.yaml",
        project
            .project(List.of("runtime:", "  name: python", "  options:", "    virtualenv: venv"))
            .toString());
    files.put("__main__.py", program());
    files.put(
        "requirements.txt",
        "pulumi>=3.113.0,<4.0.0\npulumi-aws>=%s,<7.0.0\n".formatted(PulumiProject.PROVIDER));
    files.put(".gitignore", "venv/\n__pycache__/\n");
    files.putAll(project.imports(running));
    return files;
  }

  private String program() {
    Lines lines = new Lines(4);
    lines.line("import pulumi").line("import pulumi_aws as aws");
    if (!stack.secrets().isEmpty()) {
      lines.blank().line("config = pulumi.Config()");
      stack
          .secrets()
          .forEach(
              secret -> {
                lines.line("# " + secret.description());
                String name = Names.camel(secret.variable());
                lines.line(
                    secret.variable() + " = config.require_secret(" + Lines.quoted(name) + ")");
              });
    }
    stack.resources().forEach(resource -> resource(lines, resource));
    lines.blank();
    stack
        .outputs()
        .forEach(
            output ->
                lines.line(
                    "pulumi.export("
                        + Lines.quoted(Names.camel(output.name()))
                        + ", "
                        + expression(output.value())
                        + ")"));
    return lines.toString();
  }

  private void resource(Lines lines, Resource resource) {
    String let = references.has(resource.id()) ? resource.id() + " = " : "";
    lines.blank();
    lines.line(let + "aws." + module(resource) + "." + resource.type().className() + "(");
    lines.within(
        () -> {
          lines.line(Lines.quoted(resource.name()) + ",");
          resource
              .inputs()
              .values()
              .forEach(
                  (name, value) ->
                      braces.field(lines, PulumiNames.words(name, value) + "=", value));
          options(lines, resource);
        });
    lines.line(")");
  }

  /** The word lambda is Python's own. */
  private static String module(Resource resource) {
    String module = resource.type().module();
    return module.equals("lambda") ? "lambda_" : module;
  }

  private static void options(Lines lines, Resource resource) {
    if (!resource.deleteBeforeReplace() && resource.after().isEmpty()) {
      return;
    }
    String replace = resource.deleteBeforeReplace() ? "delete_before_replace=True" : "";
    String after = resource.after().map(id -> "depends_on=[" + id + "]").orElse("");
    String both = replace.isEmpty() || after.isEmpty() ? "" : ", ";
    lines.line("opts=pulumi.ResourceOptions(" + replace + both + after + "),");
  }

  private String expression(Value value) {
    return switch (value) {
      case Value.Text(String text) -> Lines.quoted(text);
      case Value.Count(int number) -> String.valueOf(number);
      case Value.Flag(boolean on) -> on ? "True" : "False";
      case Value.Reference(String id, String attribute) -> id + "." + attribute;
      case Value.Secret(String prefix, String variable) ->
          prefix.isEmpty()
              ? variable
              : "pulumi.Output.concat(" + Lines.quoted(prefix) + ", " + variable + ")";
      case Value.Join(List<Value> parts) ->
          "pulumi.Output.concat(" + Lines.joined(parts, ", ", this::expression) + ")";
      case Value.Items(List<Value> items) ->
          "[" + Lines.joined(items, ", ", this::expression) + "]";
      case Value.Entries _, Value.Part _, Value.Parts _ ->
          throw new IllegalArgumentException("not of one line: " + value);
    };
  }
}
