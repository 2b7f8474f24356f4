package portico.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import portico.export.Stack.Resource;
import portico.export.Stack.Secret;

/** Writes a Pulumi program in TypeScript. */
final class TypeScriptWriter {
  private static final String TSCONFIG =
      """
      {
        "compilerOptions": {
          "strict": true,
          "noUnusedLocals": true,
          "outDir": "bin",
          "target": "es2020",
          "module": "commonjs",
          "moduleResolution": "node",
          "sourceMap": true,
          "forceConsistentCasingInFileNames": true
        },
        "files": ["index.ts"]
      }
      """;

  private final Stack stack;
  private final References references;
  private final Braces braces =
      new Braces((name, value) -> PulumiNames.camel(name, value) + ": ", this::expression);

  TypeScriptWriter(Stack stack) {
    this.stack = stack;
    this.references = new References(stack);
  }

  Map<String, String> files(Running running) {
    PulumiProject project = new PulumiProject(stack);
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        "Pulumi.yaml",
        project
            .project(List.of("runtime:", "  name: nodejs", "  options:", "    typescript: true"))
            .toString());
    files.put("index.ts", program());
    files.put("package.json", packageJson());
    files.put("tsconfig.json", TSCONFIG);
    files.put(".gitignore", "node_modules/\nbin/\n");
    files.putAll(project.imports(running));
    return files;
  }

  private String packageJson() {
    return """
    {
      "name": %s,
      "private": true,
      "main": "index.ts",
      "dependencies": {
        "@pulumi/aws": "^%s",
        "@pulumi/pulumi": "^3.113.0"
      },
      "devDependencies": {
        "@types/node": "^20",
        "typescript": "^5"
      }
    }
    """
        .formatted(Lines.quoted(stack.name().toLowerCase(Locale.ROOT)), PulumiProject.PROVIDER);
  }

  private String program() {
    Lines lines = new Lines(4);
    lines.line("import * as aws from \"@pulumi/aws\";");
    boolean needsPulumi =
        !stack.secrets().isEmpty()
            || stack.outputs().stream().anyMatch(each -> each.value() instanceof Value.Join);
    if (needsPulumi) {
      lines.line("import * as pulumi from \"@pulumi/pulumi\";");
    }
    if (!stack.secrets().isEmpty()) {
      lines.blank().line("const config = new pulumi.Config();");
      stack.secrets().forEach(secret -> secret(lines, secret));
    }
    stack.resources().forEach(resource -> resource(lines, resource));
    lines.blank();
    stack
        .outputs()
        .forEach(
            output ->
                lines.line(
                    "export const "
                        + Names.camel(output.name())
                        + " = "
                        + expression(output.value())
                        + ";"));
    return lines.toString();
  }

  private static void secret(Lines lines, Secret secret) {
    String name = Names.camel(secret.variable());
    lines.line("// " + secret.description());
    lines.line("const " + name + " = config.requireSecret(" + Lines.quoted(name) + ");");
  }

  private void resource(Lines lines, Resource resource) {
    String let = references.has(resource.id()) ? "const " + Names.camel(resource.id()) + " = " : "";
    String type = resource.type().module() + "." + resource.type().className();
    lines.blank();
    lines.line(let + "new aws." + type + "(" + Lines.quoted(resource.name()) + ", {");
    lines.within(() -> braces.fields(lines, resource.inputs()));
    lines.line("}" + options(resource) + ");");
  }

  private static String options(Resource resource) {
    if (!resource.deleteBeforeReplace() && resource.after().isEmpty()) {
      return "";
    }
    String replace = resource.deleteBeforeReplace() ? "deleteBeforeReplace: true" : "";
    String after = resource.after().map(id -> "dependsOn: [" + Names.camel(id) + "]").orElse("");
    String both = replace.isEmpty() || after.isEmpty() ? "" : ", ";
    return ", { " + replace + both + after + " }";
  }

  private String expression(Value value) {
    return switch (value) {
      case Value.Text(String text) -> Lines.quoted(text);
      case Value.Count(int number) -> String.valueOf(number);
      case Value.Flag(boolean on) -> String.valueOf(on);
      case Value.Reference(String id, String attribute) ->
          Names.camel(id) + "." + Names.camel(attribute);
      case Value.Secret(String prefix, String variable) ->
          prefix.isEmpty()
              ? Names.camel(variable)
              : "pulumi.interpolate`" + inner(prefix) + "${" + Names.camel(variable) + "}`";
      case Value.Join(List<Value> parts) ->
          "pulumi.interpolate`" + Lines.joined(parts, "", this::interpolated) + "`";
      case Value.Items(List<Value> items) ->
          "[" + Lines.joined(items, ", ", this::expression) + "]";
      case Value.Entries _, Value.Part _, Value.Parts _ ->
          throw new IllegalArgumentException("not of one line: " + value);
    };
  }

  private String interpolated(Value part) {
    return part instanceof Value.Text(String text) ? inner(text) : "${" + expression(part) + "}";
  }

  private static String inner(String text) {
    return text.replace("\\", "\\\\").replace("`", "\\`").replace("${", "\\${");
  }
}
