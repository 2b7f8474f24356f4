package portico.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import portico.catalog.OwnedResource;
import portico.catalog.TakeoverRemark;
import portico.environment.EnvironmentState;
import portico.model.Rule;
import portico.operation.EngineFailure;
import portico.operation.OperationKind;
import portico.operation.Phase;
import portico.operation.Step;
import portico.preflight.Finding;
import portico.preflight.Topic;

/** The bundles against the sources that use them. */
class WordsTest {
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path CORE = RESOURCES.resolve("portico/text/words.properties");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

  /** Prefixes to which a constant's name is appended, and the constants. */
  private static final Map<String, Enum<?>[]> BY_CONSTANT =
      Map.ofEntries(
          Map.entry("preflight.topic.", Topic.values()),
          Map.entry("preflight.finding.", known()),
          Map.entry("rule.", Rule.values()),
          Map.entry("engine.source.", portico.engine.install.Engine.Source.values()),
          Map.entry("engine.download.", EngineFailure.DownloadFailed.Cause.values()),
          Map.entry("kind.", OperationKind.values()),
          Map.entry("step.", Step.values()),
          Map.entry("phase.", Phase.values()),
          Map.entry("state.working.", OperationKind.values()),
          Map.entry("state.incomplete.", EnvironmentState.Reason.values()),
          Map.entry("leftover.kind.", OwnedResource.Kind.values()),
          Map.entry("leftover.one.", OwnedResource.Kind.values()),
          Map.entry("leftover.some.", OwnedResource.Kind.values()),
          Map.entry("takeover.weight.", TakeoverRemark.Weight.values()),
          Map.entry("takeover.", TakeoverRemark.Kind.values()));

  /** One text serves for all that could not be read. */
  private static Finding[] known() {
    return Arrays.stream(Finding.values())
        .filter(each -> each.state() != Finding.State.UNKNOWN)
        .toArray(Finding[]::new);
  }

  @Test
  void no_text_is_unused() throws IOException {
    Set<String> literals = literals();
    Set<String> unused = new TreeSet<>(load(CORE).stringPropertyNames());
    unused.removeIf(key -> isUsed(key, literals));

    assertThat(unused).as("keys that no source names").isEmpty();
  }

  private static boolean isUsed(String key, Set<String> literals) {
    for (Map.Entry<String, Enum<?>[]> prefix : BY_CONSTANT.entrySet()) {
      String name = key.substring(key.lastIndexOf('.') + 1);
      if (key.equals(prefix.getKey() + name)) {
        return Arrays.stream(prefix.getValue()).anyMatch(constant -> constant.name().equals(name));
      }
    }
    if (key.startsWith("resource.")) {
      return true; // looked up with Words.has; the type itself is shown where there is none
    }
    String failure = key.replaceFirst("(-profile)?\\.(what|next)$", "");
    return literals.contains(key)
        || literals.contains(failure)
        || literals.contains(key.replaceFirst("\\.(what|next)$", ""));
  }

  @Test
  void what_happened_and_what_to_do_next_come_in_pairs() throws IOException {
    Set<String> keys = load(CORE).stringPropertyNames();

    assertThat(endings(keys, ".what")).isNotEmpty().isEqualTo(endings(keys, ".next"));
  }

  private static Set<String> endings(Set<String> keys, String ending) {
    return keys.stream()
        .filter(key -> key.endsWith(ending))
        .map(key -> key.substring(0, key.length() - ending.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void apostrophes_are_doubled_in_every_bundle() throws IOException {
    for (Path bundle : bundles()) {
      if (bundle.endsWith("help.properties")) {
        continue; // picocli's own, which are no patterns
      }
      Properties texts = load(bundle);
      for (String key : texts.stringPropertyNames()) {
        assertThat(texts.getProperty(key).replace("''", ""))
            .as("%s in %s", key, bundle)
            .doesNotContain("'");
      }
    }
  }

  @Test
  void no_key_is_given_twice_in_a_bundle() throws IOException {
    for (Path bundle : bundles()) {
      try (Stream<String> lines = Files.lines(bundle)) {
        List<String> keys =
            lines
                .filter(line -> !line.startsWith("#") && line.contains("="))
                .map(line -> line.substring(0, line.indexOf('=')).strip())
                .toList();
        assertThat(keys).as("keys of %s", bundle).doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void facts_are_written_plainly_and_never_read_as_patterns() {
    Words words = Words.core();

    assertThat(words.get("operation.busy.process", 1_234_567L)).isEqualTo("process 1234567");
    assertThat(words.get("operation.busy.host", "it's {0}")).isEqualTo("on it's {0}");
  }

  @Test
  void a_missing_key_fails_loudly() {
    assertThat(Words.core().has("no.such.key")).isFalse();
    assertThatExceptionOfType(MissingResourceException.class)
        .isThrownBy(() -> Words.core().get("no.such.key"));
  }

  private static List<Path> bundles() throws IOException {
    try (Stream<Path> files = Files.walk(RESOURCES)) {
      return files.filter(file -> file.toString().endsWith(".properties")).toList();
    }
  }

  private static Properties load(Path bundle) throws IOException {
    Properties texts = new Properties();
    try (Reader reader = Files.newBufferedReader(bundle)) {
      texts.load(reader);
    }
    return texts;
  }

  private static Set<String> literals() throws IOException {
    Set<String> found = new HashSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        Matcher matcher = LITERAL.matcher(Files.readString(file));
        while (matcher.find()) {
          found.add(matcher.group(1));
        }
      }
    }
    return found;
  }
}
