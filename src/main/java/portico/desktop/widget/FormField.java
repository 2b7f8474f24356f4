package portico.desktop.widget;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * A control with its label above, help below, and below that the error while there is one. An empty
 * error text means that the value is right. Icon, words and style say an error together, and a
 * screen reader reads it as the control's help.
 */
public final class FormField extends VBox {
  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("error");

  private final Node control;
  private final ObservableValue<String> help;
  private final ObservableValue<String> error;
  private final Label helpLabel;
  private final Label errorLabel;

  /**
   * Wraps any control.
   *
   * @param id intent id of the control; label, help and error get it with a suffix
   * @param help a sentence below the control, or an empty text
   * @param error what is wrong now, or an empty text
   */
  public FormField(
      String id, String label, Node control, String help, ObservableValue<String> error) {
    this(id, label, control, new SimpleStringProperty(help), error);
  }

  /** Wraps any control; its help changes with what else is chosen. */
  public FormField(
      String id,
      String label,
      Node control,
      ObservableValue<String> help,
      ObservableValue<String> error) {
    this.control = control;
    this.help = help;
    this.error = error;
    control.setId(id);
    Label name = Nodes.label(label, "form-label");
    name.setId(id + "-label");
    name.setLabelFor(control);
    name.setMnemonicParsing(true);
    helpLabel = Nodes.paragraph("", "form-help");
    helpLabel.setId(id + "-help");
    errorLabel = Nodes.paragraph("", "form-error");
    errorLabel.setId(id + "-error");
    errorLabel.setGraphic(Nodes.icon(Feather.ALERT_CIRCLE));
    getStyleClass().add("form-field");
    getChildren().addAll(name, control, helpLabel, errorLabel);
    help.subscribe(text -> showBelow());
    error.subscribe(text -> showBelow());
  }

  /** The control inside, for focus and further settings. */
  public Node control() {
    return control;
  }

  private void showBelow() {
    String fault = error.getValue();
    String advice = help.getValue();
    boolean wrong = !fault.isEmpty();
    errorLabel.setText(fault);
    helpLabel.setText(advice);
    Nodes.show(errorLabel, wrong);
    Nodes.show(helpLabel, !wrong && !advice.isEmpty());
    control.pseudoClassStateChanged(INVALID, wrong);
    if (control instanceof Control accessible) {
      accessible.setAccessibleHelp(wrong ? fault : advice);
    }
  }
}
