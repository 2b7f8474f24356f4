package portico.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import portico.catalog.Ownership;
import portico.model.EnvironmentName;
import portico.model.EnvironmentSpec;
import portico.model.LogBucket;
import portico.model.SpecRules;
import portico.program.LoadBalancerProgram;
import portico.testing.RandomSpecs;
import portico.testing.Samples;
import tools.jackson.databind.json.JsonMapper;

/** Runs the Pulumi programs that are exported, each by its own language's tools. */
final class ExportedPrograms {
  private static final Ownership OWNERSHIP =
      new Ownership(new EnvironmentName("demo"), "a1b2c3d4e5f6");

  private static final Map<String, Object> OFF = Map.of("bucket", "", "enabled", false);

  private final EnvironmentSpec spec;
  private final Stack stack;
  private final Path folder;
  private final Map<String, Object> own;

  /** {@code folder} is the test's own. */
  ExportedPrograms(EnvironmentSpec spec, Path folder) {
    this.spec = spec;
    this.stack = new StackBuilder(spec, Running.NOTHING).build();
    this.folder = folder;
    this.own = ofPortico();
  }

  /** Specs that break no rule: the sample, the smallest, and random ones. */
  static List<EnvironmentSpec> specs(int count) {
    List<EnvironmentSpec> specs =
        new ArrayList<>(List.of(ExportSample.spec(ExportSample.Ground.NOWHERE), Samples.spec()));
    RandomSpecs more = new RandomSpecs(1, RandomSpecs.Ground.NOWHERE, 0);
    while (specs.size() < count) {
      EnvironmentSpec spec = more.next();
      // A bucket that is made gets its name in another way in an export.
      boolean makesBucket = LogBucket.madeDays(spec.loadBalancer().attributes()).isPresent();
      if (SpecRules.check(spec).isEmpty() && !makesBucket) {
        specs.add(spec);
      }
    }
    return specs;
  }

  /**
   * What Portico's own program registers. Its tags are those of the resource and of the spec, as
   * the provider's default tags make them in an export, and its marks, which an export has not.
   */
  private Map<String, Object> ofPortico() {
    return Registered.by(new LoadBalancerProgram(spec, OWNERSHIP, this::key));
  }

  private String key(String name) {
    return stack.secrets().stream()
        .filter(secret -> secret.description().contains("\"" + name + "\""))
        .map(secret -> "key-of-" + secret.variable())
        .findFirst()
        .orElseThrow();
  }

  /** By variable, the keys that the user of an export would set. */
  private Map<String, String> config() {
    Map<String, String> config = new LinkedHashMap<>();
    for (Stack.Secret secret : stack.secrets()) {
      config.put(Names.camel(secret.variable()), "key-of-" + secret.variable());
    }
    return config;
  }

  private Map<String, String> files(ExportForm form) {
    return Exporter.export(spec, form, Running.NOTHING);
  }

  /** The program in Java, with the keys in place of the configuration, which mocks do not have. */
  Map<String, Object> java() throws IOException {
    String source = files(ExportForm.PULUMI_JAVA).get("src/main/java/loadbalancer/App.java");
    for (Map.Entry<String, String> each : config().entrySet()) {
      source =
          Objects.requireNonNull(source)
              .replace(
                  "context.config().requireSecret(\"" + each.getKey() + "\")",
                  "Output.ofSecret(\"" + each.getValue() + "\")");
    }
    assertThat(JavaSource.errorsOf("loadbalancer.App", Objects.requireNonNull(source), folder))
        .isEmpty();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
      Class<?> app = loader.loadClass("loadbalancer.App");
      Constructor<?> constructor = app.getDeclaredConstructor(Context.class);
      Method build = app.getDeclaredMethod("build");
      constructor.setAccessible(true);
      build.setAccessible(true);
      return Registered.by(
          context -> {
            try {
              build.invoke(constructor.newInstance(context));
            } catch (ReflectiveOperationException broken) {
              throw new IllegalStateException(broken);
            }
          });
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** The program in YAML, which is data. */
  Map<String, Object> yaml() {
    String text = Objects.requireNonNull(files(ExportForm.PULUMI_YAML).get("Pulumi.yaml"));
    return Registered.byName(new YamlProgram(text, config()).registered());
  }

  /** The program in Python. */
  Map<String, Object> python(Tool python) throws IOException {
    ExportSample.write(files(ExportForm.PULUMI_PYTHON), folder);
    return recorded(python, "registered.py");
  }

  /** The program in TypeScript, after the compiler has checked it against the real types. */
  Map<String, Object> typeScript(Tool node, Path modules) throws IOException {
    ExportSample.write(files(ExportForm.PULUMI_TYPESCRIPT), folder);
    Files.createSymbolicLink(folder.resolve("node_modules"), modules);
    assertThat(node.run(folder, "node_modules/typescript/bin/tsc", "-p", ".")).isEmpty();
    return recorded(node, "registered.js");
  }

  private Map<String, Object> recorded(Tool tool, String recorder) throws IOException {
    try (InputStream script =
        Objects.requireNonNull(getClass().getResourceAsStream(recorder), recorder)) {
      Files.copy(script, folder.resolve(recorder));
    }
    String config = JsonMapper.builder().build().writeValueAsString(config());
    assertThat(tool.run(folder, recorder, stack.name(), config)).isEmpty();
    return Registered.in(folder.resolve("registered.json"));
  }

  /** Checks that a program registers what Portico's own does. */
  void assertSame(Map<String, Object> registered) {
    Map<String, Object> expected = expected();
    Map<String, Object> found = withDefaultTags(registered);
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    expected.forEach((name, inputs) -> assertThat(found.get(name)).as(name).isEqualTo(inputs));
  }

  /** As an export has them, from what Portico's own program registers. */
  private Map<String, Object> expected() {
    Map<String, Object> expected = new TreeMap<>();
    own.forEach(
        (name, inputs) -> {
          Map<String, Object> fields = Registered.fields(inputs);
          fields.computeIfPresent("tags", (_, tags) -> withoutMarks(tags));
          // Logs that are off are not there: the provider takes both for the same.
          fields.values().removeIf(OFF::equals);
          fields.computeIfPresent("description", (_, text) -> withoutEnvironment(text));
          expected.put(name, fields);
        });
    return expected;
  }

  private static String withoutEnvironment(Object description) {
    return String.valueOf(description).replace(" of environment demo", "");
  }

  private static Map<String, Object> withoutMarks(Object tags) {
    Map<String, Object> left = new TreeMap<>(Registered.fields(tags));
    left.keySet().removeIf(key -> key.startsWith("portico:"));
    return left;
  }

  /** With the default tags of the provider on every resource that Portico tags. */
  private Map<String, Object> withDefaultTags(Map<String, Object> registered) {
    Map<String, Object> all = new TreeMap<>();
    registered.forEach(
        (name, inputs) -> {
          Map<String, Object> fields = Registered.fields(inputs);
          if (own.get(name) instanceof Map<?, ?> like && like.containsKey("tags")) {
            Map<String, Object> tags = new TreeMap<>(stack.tags());
            tags.putAll(Registered.fields(fields.getOrDefault("tags", Map.of())));
            fields.put("tags", tags);
          }
          all.put(name, fields);
        });
    return all;
  }
}
