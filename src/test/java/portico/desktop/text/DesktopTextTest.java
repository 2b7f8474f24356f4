package portico.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bundle holds what the sources ask for, and nothing else. */
class DesktopTextTest {
  private static final Path SOURCES = Path.of("src/main/java/portico/desktop");

  /** A key in a string literal; one that ends in a dot is completed by a name at run time. */
  private static final Pattern KEY =
      Pattern.compile("\"([a-z][a-z-]*(\\.[a-zA-Z0-9-]+)+\\.?|[a-z]+\\.)\"");

  private static Set<String> literals() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      Set<String> found = new TreeSet<>();
      for (Path file : files.filter(DesktopTextTest::usesThisBundle).toList()) {
        KEY.matcher(Files.readString(file))
            .results()
            .map((MatchResult match) -> match.group(1))
            .forEach(found::add);
      }
      return found;
    }
  }

  /** The wizard has a bundle and a test of its own. */
  private static boolean usesThisBundle(Path file) {
    return file.toString().endsWith(".java")
        && !file.startsWith(Path.of("src/main/java/portico/desktop/wizard"));
  }

  private static Set<String> keys() {
    return new TreeSet<>(
        ResourceBundle.getBundle("portico.desktop.text.desktop", Locale.ENGLISH).keySet());
  }

  @Test
  void every_text_is_used() throws IOException {
    Set<String> literals = literals();
    List<String> prefixes = literals.stream().filter(each -> each.endsWith(".")).toList();

    assertThat(keys())
        .filteredOn(key -> !literals.contains(key))
        .filteredOn(key -> prefixes.stream().noneMatch(key::startsWith))
        .isEmpty();
  }

  @Test
  void every_key_that_is_asked_for_exists() throws IOException {
    Set<String> families =
        keys().stream().map(key -> key.substring(0, key.indexOf('.'))).collect(Collectors.toSet());
    Set<String> asked =
        literals().stream()
            .filter(each -> !each.endsWith("."))
            .filter(each -> families.contains(each.substring(0, each.indexOf('.'))))
            .collect(Collectors.toSet());

    assertThat(asked).hasSizeGreaterThan(50);
    assertThat(keys()).containsAll(asked);
  }

  @Test
  void no_text_is_empty() {
    ResourceBundle bundle =
        ResourceBundle.getBundle("portico.desktop.text.desktop", Locale.ENGLISH);

    assertThat(keys()).allSatisfy(key -> assertThat(bundle.getString(key)).as(key).isNotBlank());
  }
}
