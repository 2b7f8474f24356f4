package portico.desktop.proof;

import java.util.OptionalInt;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import portico.proof.ProofChoices;

/** What the user wants proven, as it is being written. */
public final class ProofSettings {
  private final BooleanProperty stream = new SimpleBooleanProperty(true);
  private final BooleanProperty silent = new SimpleBooleanProperty(true);
  private final StringProperty seconds = new SimpleStringProperty("");
  private final OwnRequest own = new OwnRequest();
  private final BooleanBinding secondsRight =
      Bindings.createBooleanBinding(this::secondsFit, seconds, silent);
  private final BooleanBinding ownShown = own.wantedProperty().and(stream);
  private final BooleanBinding right;

  ProofSettings() {
    right =
        secondsRight.and(
            own.wantedProperty()
                .not()
                .or(stream.not())
                .or(own.pathRightBinding().and(own.headersRightBinding())));
  }

  public BooleanProperty streamProperty() {
    return stream;
  }

  public BooleanProperty silentProperty() {
    return silent;
  }

  /** How long to keep silent; an empty text for as long as is usual. */
  public StringProperty secondsProperty() {
    return seconds;
  }

  public OwnRequest own() {
    return own;
  }

  BooleanBinding secondsRightBinding() {
    return secondsRight;
  }

  /** Whether a request of the user's own is to be written. */
  BooleanBinding ownShownBinding() {
    return ownShown;
  }

  /** Whether everything is written right. */
  BooleanBinding rightBinding() {
    return right;
  }

  ProofChoices choices() {
    return new ProofChoices(stream.get(), own.request(), silent.get(), parse(seconds.get()));
  }

  private boolean secondsFit() {
    OptionalInt wanted = parse(seconds.get());
    return !silent.get()
        || seconds.get().isBlank()
        || (wanted.isPresent()
            && wanted.getAsInt() >= 1
            && wanted.getAsInt() <= ProofChoices.SILENT_MAX);
  }

  private static OptionalInt parse(String text) {
    return text.matches("[0-9]{1,6}")
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }
}
