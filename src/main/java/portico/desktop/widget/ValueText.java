package portico.desktop.widget;

import java.util.Optional;
import java.util.function.Function;
import javafx.util.StringConverter;

/**
 * The words for the values of a box that are chosen and not typed. Unlike a cell of its own, it
 * tells them to a screen reader, too, and shows a value that is not in the list.
 */
public final class ValueText<T> extends StringConverter<T> {
  private final Function<? super T, String> words;

  public ValueText(Function<? super T, String> words) {
    this.words = words;
  }

  /** The words; an empty text while nothing is chosen. */
  @Override
  public String toString(T value) {
    return Optional.ofNullable(value).<String>map(words).orElse("");
  }

  @Override
  public T fromString(String text) {
    throw new UnsupportedOperationException("a value is chosen, not typed");
  }
}
