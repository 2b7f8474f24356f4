package portico.practice.aws.http;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes an XML answer, element by element. */
public final class Xml {
  private final StringBuilder out = new StringBuilder(1024);

  /** An element with a text. */
  public Xml text(String name, Object value) {
    out.append('<').append(name).append('>');
    escape(value instanceof Instant time ? time.truncatedTo(ChronoUnit.MILLIS).toString() : value);
    out.append("</").append(name).append('>');
    return this;
  }

  /** An element with a text, if there is one. */
  public Xml maybe(String name, Optional<?> value) {
    value.ifPresent(present -> text(name, present));
    return this;
  }

  /** An element with elements in it. */
  public Xml in(String name, Runnable content) {
    return in(name, "", content);
  }

  /** An element of a namespace with elements in it. */
  public Xml in(String name, String namespace, Runnable content) {
    out.append('<').append(name);
    if (!namespace.isEmpty()) {
      out.append(" xmlns=\"").append(namespace).append('"');
    }
    out.append('>');
    content.run();
    out.append("</").append(name).append('>');
    return this;
  }

  /** A list: an element with one {@code item} element for each value. */
  public <T> Xml list(String name, String item, Iterable<T> values, Consumer<T> content) {
    return in(name, () -> values.forEach(value -> in(item, () -> content.accept(value))));
  }

  /** A list of plain texts. */
  public Xml texts(String name, String item, Iterable<?> values) {
    return in(name, () -> values.forEach(value -> text(item, value)));
  }

  private void escape(Object value) {
    String text = value.toString();
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      switch (each) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\r' -> out.append("&#13;");
        default -> out.append(each < ' ' && each != '\n' && each != '\t' ? '?' : each);
      }
    }
  }

  /** The whole document. */
  public String document() {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + out;
  }
}
