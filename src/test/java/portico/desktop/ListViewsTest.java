package portico.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListViewsTest {
  /**
   * An unmodifiable view listens to its list weakly. Made anew by each call of a getter, it is
   * collected while a screen still listens to it, and the screen stays empty: seen with the
   * review's preview.
   */
  @Test
  void no_getter_makes_a_list_view_that_nobody_holds() throws IOException {
    try (var sources = Files.walk(Path.of("src/main/java"))) {
      List<Path> wrong =
          sources
              .filter(file -> file.toString().endsWith(".java"))
              .filter(ListViewsTest::returnsNewView)
              .toList();
      assertThat(wrong).isEmpty();
    }
  }

  private static boolean returnsNewView(Path file) {
    try {
      return Files.readString(file).contains("return FXCollections.unmodifiableObservable");
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
