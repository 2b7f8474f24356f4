package portico.desktop.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import portico.proof.HeaderField;
import portico.proof.Streaming;

/** The user's own request for a streamed answer, as it is being written. */
public final class OwnRequest {
  private final BooleanProperty wanted = new SimpleBooleanProperty();
  private final StringProperty path = new SimpleStringProperty("/v1/chat/completions");
  private final StringProperty headers = new SimpleStringProperty("Content-Type: application/json");
  private final StringProperty body = new SimpleStringProperty("");
  private final BooleanBinding pathRight =
      Bindings.createBooleanBinding(() -> path.get().matches("/[\\x21-\\x7e]*"), path);
  private final BooleanBinding headersRight =
      Bindings.createBooleanBinding(() -> fields().isPresent(), headers);

  /** Whether it takes the place of the server's usual one. */
  public BooleanProperty wantedProperty() {
    return wanted;
  }

  public StringProperty pathProperty() {
    return path;
  }

  /** One field a line, as {@code Name: value}. */
  public StringProperty headersProperty() {
    return headers;
  }

  /** Without one the method is GET, else POST. */
  public StringProperty bodyProperty() {
    return body;
  }

  BooleanBinding pathRightBinding() {
    return pathRight;
  }

  BooleanBinding headersRightBinding() {
    return headersRight;
  }

  /** The request, if it is wanted and right. */
  Optional<Streaming.Ask> request() {
    return wanted.get() && pathRight.get()
        ? fields()
            .map(
                fields ->
                    new Streaming.Ask(
                        body.get().isBlank() ? "GET" : "POST",
                        path.get(),
                        fields,
                        body.get(),
                        Optional.empty(),
                        true))
        : Optional.empty();
  }

  private Optional<List<HeaderField>> fields() {
    List<HeaderField> fields = new ArrayList<>();
    for (String line : headers.get().lines().filter(each -> !each.isBlank()).toList()) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        return Optional.empty();
      }
      try {
        fields.add(
            new HeaderField(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
      } catch (IllegalArgumentException malformed) {
        return Optional.empty();
      }
    }
    return Optional.of(fields);
  }
}
