package portico.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import portico.export.Stack.Resource;
import portico.export.Stack.Secret;

/** Writes a Pulumi program in Java, built by Maven. */
final class JavaWriter {
  /** A Java method holds 64 KiB of byte code; this stays far below. */
  private static final int MOST_IN_METHOD = 40;

  private static final Set<ResourceType> BEGINS =
      Set.of(
          ResourceType.SECURITY_GROUP,
          ResourceType.LOAD_BALANCER,
          ResourceType.TARGET_GROUP,
          ResourceType.LISTENER);

  private final Stack stack;
  private final References references;
  private final Set<String> imports = new TreeSet<>();

  JavaWriter(Stack stack) {
    this.stack = stack;
    this.references = new References(stack);
  }

  Map<String, String> files(Running running) {
    PulumiProject project = new PulumiProject(stack);
    Map<String, String> files = new LinkedHashMap<>();
    files.put("Pulumi.yaml", project.project(List.of("runtime: java")).toString());
    files.put("pom.xml", pom());
    files.put("src/main/java/loadbalancer/App.java", program());
    files.put(".gitignore", "target/\n");
    files.putAll(project.imports(running));
    return files;
  }

  private String pom() {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <project xmlns="http://maven.apache.org/POM/4.0.0"
             xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
             xsi:schemaLocation="http://maven.apache.org/POM/4.0.0 http://maven.apache.org/xsd/maven-4.0.0.xsd">
      <modelVersion>4.0.0</modelVersion>
      <groupId>loadbalancer</groupId>
      <artifactId>%s</artifactId>
      <version>1.0-SNAPSHOT</version>
      <properties>
        <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
        <maven.compiler.release>17</maven.compiler.release>
        <exec.mainClass>loadbalancer.App</exec.mainClass>
      </properties>
      <dependencies>
        <dependency>
          <groupId>com.pulumi</groupId>
          <artifactId>pulumi</artifactId>
          <version>1.36.1</version>
        </dependency>
        <dependency>
          <groupId>com.pulumi</groupId>
          <artifactId>aws</artifactId>
          <version>%s</version>
        </dependency>
      </dependencies>
    </project>
    """
        .formatted(stack.name(), PulumiProject.PROVIDER);
  }

  private String program() {
    List<List<Resource>> methods = methods();
    JavaResources resources = new JavaResources(stack, references, imports);
    Lines body = new Lines(4);
    body.within(
        () -> {
          fields(body);
          start(body, methods);
          for (int index = 0; index < methods.size(); index++) {
            body.blank().line("private void " + methodName(methods.get(index)) + "() {");
            List<Resource> all = methods.get(index);
            body.within(() -> all.forEach(resource -> resources.write(body, resource)));
            body.line("}");
          }
          outputs(body, resources);
        });
    imports.add("com.pulumi.Context");
    imports.add("com.pulumi.Pulumi");
    StringBuilder text = new StringBuilder("package loadbalancer;\n\n");
    imports.forEach(name -> text.append("import ").append(name).append(";\n"));
    return text.append("\n/** Load balancer ")
        .append(stack.name())
        .append(". */\npublic final class App {\n")
        .append(body)
        .append("}\n")
        .toString();
  }

  private void fields(Lines body) {
    body.line("private final Context context;");
    for (Secret secret : stack.secrets()) {
      imports.add("com.pulumi.core.Output");
      body.blank().line("/** " + secret.description() + " */");
      body.line("private final Output<String> " + Names.camel(secret.variable()) + ";");
    }
    body.blank();
    for (Resource resource : stack.resources()) {
      if (references.has(resource.id())) {
        body.line(
            "private " + resource.type().className() + " " + Names.camel(resource.id()) + ";");
      }
    }
  }

  private void start(Lines body, List<List<Resource>> methods) {
    body.blank().line("private App(Context context) {");
    body.within(
        () -> {
          body.line("this.context = context;");
          for (Secret secret : stack.secrets()) {
            String name = Names.camel(secret.variable());
            body.line(
                "this." + name + " = context.config().requireSecret(" + Lines.quoted(name) + ");");
          }
        });
    body.line("}");
    body.blank().line("public static void main(String[] args) {");
    body.within(() -> body.line("Pulumi.run(context -> new App(context).build());"));
    body.line("}");
    body.blank().line("private void build() {");
    body.within(
        () -> {
          methods.forEach(method -> body.line(methodName(method) + "();"));
          body.line("outputs();");
        });
    body.line("}");
  }

  private static String methodName(List<Resource> resources) {
    return "make" + Names.pascal(resources.getFirst().id());
  }

  /** The resources in parts that belong together. */
  private List<List<Resource>> methods() {
    List<List<Resource>> methods = new ArrayList<>();
    for (Resource resource : stack.resources()) {
      if (methods.isEmpty()
          || BEGINS.contains(resource.type())
          || methods.getLast().size() >= MOST_IN_METHOD) {
        methods.add(new ArrayList<>());
      }
      methods.getLast().add(resource);
    }
    return methods;
  }

  private void outputs(Lines body, JavaResources resources) {
    body.blank().line("private void outputs() {");
    body.within(
        () ->
            stack
                .outputs()
                .forEach(
                    output ->
                        body.line(
                            "context.export("
                                + Lines.quoted(Names.camel(output.name()))
                                + ", "
                                + resources.expression(output.value())
                                + ");")));
    body.line("}");
  }
}
