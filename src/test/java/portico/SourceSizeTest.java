package portico;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SourceSizeTest {
  /** What still reads as one thing; the aim is below 300. */
  private static final int MAX_LINES = 320;

  private static final Path SOURCES = Path.of("src/main/java");

  @Test
  void no_source_file_is_too_long_to_read_as_one_thing() throws IOException {
    Map<String, Integer> tooLong = new TreeMap<>();
    for (Path file : sources()) {
      int lines = Files.readAllLines(file).size();
      if (lines > MAX_LINES) {
        tooLong.put(SOURCES.relativize(file).toString(), lines);
      }
    }

    assertThat(tooLong).as("files of more than %d lines, with their lines", MAX_LINES).isEmpty();
  }

  @Test
  void every_package_says_what_it_is_for() throws IOException {
    List<Path> infos =
        sources().stream().filter(file -> file.endsWith("package-info.java")).toList();

    assertThat(infos)
        .isNotEmpty()
        .allSatisfy(info -> assertThat(Files.readString(info)).startsWith("/**").contains("."));
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
