package portico.desktop.wizard.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WizardWordsTest {
  private static final Path SOURCES = Path.of("src/main/java/portico/desktop/wizard");
  private static final Pattern LITERAL = Pattern.compile("\"([A-Za-z][A-Za-z.\\-]*)\"");
  private static final Pattern ASKED = Pattern.compile("texts\\s*\\.get\\(\\s*\"([^\"]+)\"[,)]");

  private final ResourceBundle bundle = ResourceBundle.getBundle("portico.desktop.wizard.wizard");

  @Test
  void every_text_that_is_asked_for_exists() throws IOException {
    assertThat(bundle.keySet()).containsAll(found(ASKED));
  }

  /** A key is used when the sources hold it, or a beginning of it that ends in a dot. */
  @Test
  void every_text_is_used() throws IOException {
    List<String> literals = found(LITERAL);
    TreeSet<String> unused = new TreeSet<>(bundle.keySet());
    unused.removeIf(
        key ->
            literals.stream()
                .anyMatch(each -> each.endsWith(".") ? key.startsWith(each) : key.equals(each)));

    assertThat(unused).isEmpty();
  }

  private static List<String> found(Pattern pattern) throws IOException {
    List<String> found = new ArrayList<>();
    try (var files = Files.walk(SOURCES)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        Matcher matcher = pattern.matcher(Files.readString(file));
        while (matcher.find()) {
          found.add(matcher.group(1));
        }
      }
    }
    assertThat(found).isNotEmpty();
    return found;
  }
}
