package portico;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The start script, in a copy whose system folders are inside the test's own. */
class LauncherTest {
  private static final Path SCRIPT = Path.of("packaging/bin/portico");

  @TempDir Path root;
  private final Map<String, String> environment = new HashMap<>();
  private Path app;
  private Path bin;

  @BeforeEach
  void installPorticoOnAMachineWithoutJava() throws IOException {
    app = root.resolve("my apps/portico");
    bin = Files.createDirectories(root.resolve("bin"));
    Files.createDirectories(app.resolve("lib"));
    Files.createFile(app.resolve("lib/portico.jar"));
    String script =
        Files.readString(SCRIPT)
            .replace("/usr/lib/jvm/", quoted("system/jvm/"))
            .replace("  /Library/Java/", "  " + quoted("system/Library/Java/"));
    program(app.resolve("bin/portico"), script);
    program(bin.resolve("readlink"), "#!/bin/sh\nexec " + readlink() + " \"$@\"\n");
    environment.put("PATH", bin.toString());
    environment.put("HOME", root.resolve("home of me").toString());
  }

  @Test
  void java_gets_the_flags_the_class_path_and_the_arguments_as_they_are() throws Exception {
    environment.put("PORTICO_JAVA", javaHome("jdk", "25.0.1").toString());

    Ended ended = start(app.resolve("bin/portico"), "deploy", "two words", "*", "");

    assertThat(ended.code()).isZero();
    assertThat(ended.output())
        .containsExactly(
            "started jdk",
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-Xmx512m",
            "-Djava.util.concurrent.ForkJoinPool.common.parallelism=4",
            "-classpath",
            app.toRealPath() + "/lib/*",
            "portico.Main",
            "deploy",
            "two words",
            "*",
            "");
  }

  @Test
  void the_process_becomes_java_so_that_signals_and_codes_reach_it() throws Exception {
    Path home = javaHome("jdk", "25");
    program(home.resolve("bin/java"), "#!/bin/sh\necho $$\nexit 42\n");
    environment.put("JAVA_HOME", home.toString());

    Ended ended = start(app.resolve("bin/portico"));

    assertThat(ended.output()).containsExactly(Long.toString(ended.pid()));
    assertThat(ended.code()).isEqualTo(42);
  }

  @Test
  void portico_java_comes_before_java_home_and_path() throws Exception {
    environment.put("PORTICO_JAVA", javaHome("named", "26").resolve("bin/java").toString());
    environment.put("JAVA_HOME", javaHome("home", "25").toString());
    Files.createSymbolicLink(bin.resolve("java"), javaHome("path", "25").resolve("bin/java"));

    assertThat(started()).isEqualTo("started named");
  }

  @Test
  void an_old_java_home_is_passed_over_for_the_java_on_path() throws Exception {
    environment.put("JAVA_HOME", javaHome("old", "21.0.4").toString());
    Path link = Files.createSymbolicLink(root.resolve("link"), Path.of("path/bin/java"));
    Files.createSymbolicLink(bin.resolve("java"), link);
    javaHome("path", "25.0.2");

    assertThat(started()).isEqualTo("started path");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "system/jvm/temurin 25",
        "system/Library/Java/JavaVirtualMachines/temurin 25.jdk/Contents/Home",
        "home of me/.sdkman/candidates/java/25-tem",
        "home of me/.jdks/openjdk-25",
      })
  void the_usual_places_are_searched(String place) throws Exception {
    javaHome("system/jvm/old", "17.0.1");
    javaHome(place, "25");

    assertThat(started()).isEqualTo("started " + Path.of(place).getFileName());
  }

  @ParameterizedTest
  @ValueSource(strings = {"25", "25-ea", "25.0.1", "26.0.1+8", "100"})
  void these_versions_are_new_enough(String version) throws Exception {
    environment.put("JAVA_HOME", javaHome("jdk", version).toString());

    assertThat(started()).isEqualTo("started jdk");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.8.0_452", "9", "24.0.2", "x", ""})
  void these_are_not_and_are_not_even_started(String version) throws Exception {
    environment.put("JAVA_HOME", javaHome("jdk", version).toString());

    Ended ended = start(app.resolve("bin/portico"));

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.output()).isEmpty();
  }

  @Test
  void without_java_a_plain_sentence_tells_what_to_do() throws Exception {
    Ended ended = start(app.resolve("bin/portico"));

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.output()).isEmpty();
    assertThat(ended.errors())
        .singleElement()
        .asString()
        .startsWith("Portico needs Java 25 or newer. ")
        .contains("Install one")
        .contains("PORTICO_JAVA");
  }

  @Test
  void a_wrong_portico_java_is_told_and_no_other_is_used() throws Exception {
    environment.put("PORTICO_JAVA", javaHome("old", "21").toString());
    environment.put("JAVA_HOME", javaHome("new", "25").toString());

    Ended ended = start(app.resolve("bin/portico"));

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.errors()).singleElement().asString().contains(root.resolve("old").toString());
  }

  @Test
  void it_starts_through_links_and_by_name_from_any_folder() throws Exception {
    environment.put("JAVA_HOME", javaHome("jdk", "25").toString());
    Path first = Files.createSymbolicLink(root.resolve("first"), app.resolve("bin/portico"));
    Files.createSymbolicLink(bin.resolve("portico"), bin.relativize(first));

    Ended linked = start(bin.resolve("portico"));
    Ended named = start(Path.of("/bin/sh"), "-c", "portico");

    String classPath = app.toRealPath() + "/lib/*";
    assertThat(linked.output()).contains(classPath);
    assertThat(named.output()).contains(classPath);
  }

  @Test
  void classes_that_an_operation_left_are_used_from_then_on() throws Exception {
    environment.put("JAVA_HOME", javaHome("jdk", "25").toString());
    Path home = Files.createDirectories(root.resolve("a home"));
    environment.put("PORTICO_HOME", home.toString());
    assertThat(start(app.resolve("bin/portico")).output())
        .noneMatch(word -> word.startsWith("-XX:SharedArchiveFile"));

    Path shared = Files.createDirectories(home.resolve("cache")).resolve("classes.jsa");
    Files.writeString(shared, "classes");

    assertThat(start(app.resolve("bin/portico"), "list").output())
        .contains("-XX:SharedArchiveFile=" + shared)
        .endsWith("portico.Main", "list");
  }

  @Test
  void an_incomplete_portico_says_so() throws Exception {
    Files.delete(app.resolve("lib/portico.jar"));

    Ended ended = start(app.resolve("bin/portico"));

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.errors()).singleElement().asString().contains("lib/portico.jar");
  }

  @Test
  void the_windows_script_starts_java_with_the_same_flags() throws IOException {
    String script = Files.readString(SCRIPT);
    String windows = Files.readString(Path.of("packaging/bin/portico.cmd"));

    assertThat(windows.replace("\r\n", ""))
        .as("every line ends as cmd needs it")
        .doesNotContain("\n");
    assertThat(flags(windows)).isNotEmpty().isEqualTo(flags(script));
  }

  private static List<String> flags(String script) {
    return Stream.of(script.split("\\s+"))
        .map(word -> word.replace("'", "").replace("%shared%", "$shared").replace("sharing=", ""))
        .filter(word -> word.matches("--enable.+|-[XD].+"))
        .toList();
  }

  private String started() throws Exception {
    return start(app.resolve("bin/portico")).output().getFirst();
  }

  /** How the script ended. */
  private record Ended(long pid, int code, List<String> output, List<String> errors) {}

  private Ended start(Path program, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(root, "output", "");
    Path errors = Files.createTempFile(root, "errors", "");
    var builder = new ProcessBuilder(command).directory(root.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process =
        builder.redirectOutput(output.toFile()).redirectError(errors.toFile()).start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("the script ended").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Ended(
        process.pid(), process.exitValue(), Files.readAllLines(output), Files.readAllLines(errors));
  }

  /** A Java home whose java prints the folder's name and its arguments, one a line. */
  private Path javaHome(String place, String version) throws IOException {
    Path home = root.resolve(place);
    program(
        home.resolve("bin/java"),
        "#!/bin/sh\necho 'started " + home.getFileName() + "'\nprintf '%s\\n' \"$@\"\n");
    Files.writeString(
        home.resolve("release"),
        "IMPLEMENTOR=\"Someone\"\nJAVA_VERSION=\"" + version + "\"\nOS_NAME=\"Linux\"\n");
    return home;
  }

  private String quoted(String folder) {
    return "'" + root.resolve(folder) + "/'";
  }

  private static Path readlink() {
    return Stream.of("/usr/bin/readlink", "/bin/readlink")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  private static void program(Path file, String text) throws IOException {
    Path folder = file.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
