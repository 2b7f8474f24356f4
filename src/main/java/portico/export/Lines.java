package portico.export;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A text that grows by lines, each as deep as the blocks around it. */
final class Lines {
  private final StringBuilder text = new StringBuilder();
  private final String step;
  private int depth;

  Lines(int spaces) {
    this.step = " ".repeat(spaces);
  }

  Lines line(String line) {
    if (!line.isEmpty()) {
      text.append(step.repeat(depth)).append(line);
    }
    text.append('\n');
    return this;
  }

  /** A line that stands at the margin whatever is around it. */
  Lines document(String line) {
    text.append(line).append('\n');
    return this;
  }

  Lines blank() {
    return line("");
  }

  /** The lines that {@code inner} adds stand one step deeper. */
  Lines within(Runnable inner) {
    depth++;
    inner.run();
    depth--;
    return this;
  }

  /** What {@code write} adds for each, with a blank line between two. */
  <T> void apart(Collection<T> all, Consumer<T> write) {
    boolean first = true;
    for (T each : all) {
      if (!first) {
        blank();
      }
      first = false;
      write.accept(each);
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /** Between double quotes, as JSON, Java, TypeScript, Python, YAML and HCL all understand it. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int index = 0; index < text.length(); index++) {
      char each = text.charAt(index);
      switch (each) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (each < ' ') {
            quoted.append("\\u%04x".formatted((int) each));
          } else {
            quoted.append(each);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  static <T> String joined(List<T> values, String separator, Function<T, String> word) {
    return values.stream().map(word).collect(Collectors.joining(separator));
  }
}
