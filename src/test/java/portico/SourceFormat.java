package portico;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The project's one source format: google-java-format, run by the JDK that compiles the project.
 * Spotless would run it inside Maven's own JVM, which may be too old to read the sources.
 */
final class SourceFormat {
  private static final Path SOURCES = Path.of("src");

  private SourceFormat() {}

  /** Rewrites every source file that is not formatted. */
  public static void main(String[] args) throws IOException, FormatterException {
    for (Path file : unformatted()) {
      Files.writeString(file, formatted(Files.readString(file)));
      System.out.println("formatted " + file);
    }
  }

  /** The source files whose text is not what the formatter would write. */
  static List<Path> unformatted() throws IOException, FormatterException {
    List<Path> files;
    try (var walk = Files.walk(SOURCES)) {
      files = walk.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
    List<Path> differing = new ArrayList<>();
    for (Path file : files) {
      String text = Files.readString(file);
      if (!text.equals(formatted(text))) {
        differing.add(file);
      }
    }
    return differing;
  }

  private static String formatted(String text) throws FormatterException {
    String cleaned = RemoveUnusedImports.removeUnusedImports(text);
    String ordered = ImportOrderer.reorderImports(cleaned, JavaFormatterOptions.Style.GOOGLE);
    return new Formatter().formatSource(ordered);
  }
}
