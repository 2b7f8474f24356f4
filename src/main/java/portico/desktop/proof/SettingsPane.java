package portico.desktop.proof;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import portico.desktop.widget.FormField;
import portico.desktop.widget.IntegerField;
import portico.desktop.widget.Nodes;
import portico.proof.ProofChoices;
import portico.text.Words;

/** What is to be proven, folded until it is wanted. */
final class SettingsPane extends TitledPane {
  private final ProofViewModel model;
  private final ProofSettings settings;
  private final Words words;

  /** Held here, since what bindings are made of holds them weakly. */
  private final List<StringBinding> errors = new ArrayList<>();

  SettingsPane(ProofViewModel model, Words words) {
    this.model = model;
    this.settings = model.settings();
    this.words = words;
    setId("proof-settings");
    getStyleClass().add("proof-fold");
    setText(words.get("proof.settings"));
    setExpanded(false);
    setAnimated(false);
    CheckBox stream = box("proof-stream", "proof.settings.stream");
    stream.selectedProperty().bindBidirectional(settings.streamProperty());
    CheckBox own = box("proof-own", "proof.settings.own");
    own.selectedProperty().bindBidirectional(settings.own().wantedProperty());
    own.disableProperty().bind(settings.streamProperty().not());
    VBox request = request();
    settings.ownShownBinding().subscribe(shown -> Nodes.show(request, shown));
    CheckBox silent = box("proof-silent", "proof.settings.silent");
    silent.selectedProperty().bindBidirectional(settings.silentProperty());
    VBox content = new VBox(stream, own, request, silent, seconds());
    content.getStyleClass().add("proof-settings");
    content.disableProperty().bind(model.runningProperty());
    setContent(content);
  }

  private CheckBox box(String id, String key) {
    CheckBox box = new CheckBox(words.get(key));
    box.setId(id);
    return box;
  }

  private FormField seconds() {
    IntegerField field = new IntegerField();
    field.textProperty().bindBidirectional(settings.secondsProperty());
    field.disableProperty().bind(settings.silentProperty().not());
    model
        .environmentProperty()
        .subscribe(shown -> field.setPromptText(Integer.toString(model.usualSeconds())));
    return new FormField(
        "proof-seconds",
        words.get("proof.settings.seconds"),
        field,
        words.get("proof.settings.seconds.help"),
        error(
            settings.secondsRightBinding(),
            words.get("proof.settings.seconds.wrong", ProofChoices.SILENT_MAX)));
  }

  private VBox request() {
    OwnRequest own = settings.own();
    FormField path =
        new FormField(
            "proof-path",
            words.get("proof.settings.path"),
            field(own.pathProperty()),
            "",
            error(own.pathRightBinding(), words.get("proof.settings.path.wrong")));
    TextArea headers = area(2);
    headers.textProperty().bindBidirectional(own.headersProperty());
    TextArea body = area(4);
    body.textProperty().bindBidirectional(own.bodyProperty());
    VBox request =
        new VBox(
            path,
            new FormField(
                "proof-headers",
                words.get("proof.settings.headers"),
                headers,
                words.get("proof.settings.headers.help"),
                error(own.headersRightBinding(), words.get("proof.settings.headers.wrong"))),
            new FormField(
                "proof-body",
                words.get("proof.settings.body"),
                body,
                words.get("proof.settings.body.help"),
                new SimpleStringProperty("")));
    request.getStyleClass().add("proof-request");
    return request;
  }

  private static TextField field(StringProperty value) {
    TextField field = new TextField();
    field.textProperty().bindBidirectional(value);
    return field;
  }

  private static TextArea area(int rows) {
    TextArea area = new TextArea();
    area.setPrefRowCount(rows);
    area.getStyleClass().add("mono");
    return area;
  }

  private StringBinding error(BooleanBinding right, String otherwise) {
    StringBinding error = Bindings.when(right).then("").otherwise(otherwise);
    errors.add(error);
    return error;
  }
}
