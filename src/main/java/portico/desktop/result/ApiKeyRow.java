package portico.desktop.result;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.app.Navigation;
import portico.desktop.widget.CopyButton;
import portico.desktop.widget.Dialogs;
import portico.desktop.widget.FailureCard;
import portico.desktop.widget.Nodes;

/** The key that callers present: hidden, with buttons that show, copy and renew it. */
final class ApiKeyRow extends VBox {
  private static final String HIDDEN = "\u2022".repeat(16);

  private final ApiKeyModel model;
  private final ResultText text;
  private final Navigation navigation;
  private final String id;
  private final Label value = Nodes.label(HIDDEN, "mono");
  private final Button show;

  ApiKeyRow(ApiKeyModel model, ResultText text, Navigation navigation) {
    this.model = model;
    this.text = text;
    this.navigation = navigation;
    this.id = "result-key-" + model.key().keyName();
    value.setId(id);
    value.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(value, Priority.ALWAYS);
    show = button("-show", "result.key.show", Feather.EYE, this::toggle);
    Button copy = CopyButton.fetching(id + "-copy", text.get("result.key"), model::withKey);
    Button renew = button("-renew", "result.key.renew", Feather.ROTATE_CW, this::askToRenew);
    HBox line = new HBox(8, value, show, copy, renew);
    line.setAlignment(Pos.CENTER_LEFT);
    Label note =
        Nodes.paragraph(
            text.get("result.key.note", model.key().header(), model.key().prefix()),
            "text-muted",
            "small-text");
    VBox notice = new VBox();
    getChildren().addAll(line, note, notice);
    model.shownProperty().subscribe(this::reveal);
    model
        .noticeProperty()
        .subscribe(
            message ->
                notice
                    .getChildren()
                    .setAll(
                        message
                            .map(why -> new FailureCard(id + "-failure", why, Optional.empty()))
                            .stream()
                            .toList()));
  }

  private Button button(String ending, String key, Feather icon, Runnable action) {
    Button button = Nodes.button(id + ending, text.get(key), icon, action);
    button.getStyleClass().addAll("small", "flat");
    return button;
  }

  private void toggle() {
    if (model.shownProperty().get().isPresent()) {
      model.hide();
    } else {
      model.show();
    }
  }

  private void reveal(Optional<String> shown) {
    value.setText(shown.orElse(HIDDEN));
    value.setAccessibleText(text.get(shown.isPresent() ? "result.key" : "result.key.hidden"));
    show.setText(text.get(shown.isPresent() ? "result.key.hide" : "result.key.show"));
    show.setGraphic(Nodes.icon(shown.isPresent() ? Feather.EYE_OFF : Feather.EYE));
  }

  private void askToRenew() {
    Dialogs.ask(
        getScene().getWindow(),
        text.get("result.key.renew.title"),
        Nodes.paragraph(text.get("result.key.renew.text", model.key().header())),
        List.of(
            new Dialogs.Choice(
                id + "-renew-yes",
                text.get("result.key.renew.yes"),
                ButtonData.OK_DONE,
                () -> model.renew(navigation::showOperation)),
            new Dialogs.Choice(
                id + "-renew-no",
                text.get("result.key.renew.no"),
                ButtonData.CANCEL_CLOSE,
                () -> {})));
  }
}
