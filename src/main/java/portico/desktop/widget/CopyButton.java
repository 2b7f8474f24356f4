package portico.desktop.widget;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.text.DesktopText;
import portico.text.Words;

/** Copies a text to the clipboard, and says so for two seconds. */
public final class CopyButton extends Button {
  private final Words words = DesktopText.words();
  private final PauseTransition feedback = new PauseTransition(Duration.seconds(2));
  private final String label;

  /**
   * @param what names the text for tooltip and screen readers, such as "DNS name"
   */
  public CopyButton(String id, String what, Supplier<String> text) {
    this(id, what, DesktopText.words().get("copy.button"), text);
  }

  /** With another label than "Copy"; an empty one leaves the icon alone. */
  public CopyButton(String id, String what, String label, Supplier<String> text) {
    this(id, what, label, (Consumer<String> copy) -> copy.accept(text.get()));
  }

  private CopyButton(String id, String what, String label, Consumer<Consumer<String>> source) {
    this.label = label;
    setId(id);
    getStyleClass().addAll("copy-button", "flat", "small");
    setMinWidth(USE_PREF_SIZE);
    setTooltip(new Tooltip(words.get("copy.of", what)));
    setAccessibleText(words.get("copy.of", what));
    feedback.setOnFinished(event -> rest());
    rest();
    setOnAction(event -> source.accept(this::copy));
  }

  /** For a text that has to be fetched first: {@code source} hands it over on the FX thread. */
  public static CopyButton fetching(String id, String what, Consumer<Consumer<String>> source) {
    return new CopyButton(id, what, DesktopText.words().get("copy.button"), source);
  }

  private void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
    setText(words.get("copy.done"));
    setGraphic(Nodes.icon(Feather.CHECK));
    feedback.playFromStart();
  }

  private void rest() {
    setText(label);
    setGraphic(Nodes.icon(Feather.COPY));
  }
}
