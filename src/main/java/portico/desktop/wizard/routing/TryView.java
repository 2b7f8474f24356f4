package portico.desktop.wizard.routing;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.widget.FormField;
import portico.desktop.widget.Nodes;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.Texts;
import portico.desktop.wizard.view.FieldView;

/** A request to try, and what becomes of it; folded away at first. */
final class TryView extends TitledPane {
  private final TryForm form;
  private final Texts texts;

  TryView(RoutingViewModel model) {
    form = model.trial();
    texts = model.forms().texts();
    setId("wizard-try");
    setText(texts.get("routing.try"));
    setAnimated(false);
    setExpanded(false);
    HBox line =
        new HBox(listener(model), small(form.method()), wide(form.target(), "/v1/models?limit=5"));
    HBox from = new HBox(wide(form.host(), "api.example.com"), wide(form.source(), "203.0.113.7"));
    List.of(line, from).forEach(row -> row.getStyleClass().add("form-row"));
    VBox content = new VBox(line, from, headers(), outcome());
    content.getStyleClass().add("action-form");
    setContent(content);
  }

  /** Which listener is asked, where there are several. */
  private FormField listener(RoutingViewModel model) {
    ComboBox<Optional<ListenerForm>> box =
        Picker.box(
            List.of(),
            form.listenerProperty(),
            each -> each.map(ListenerForm::title).orElse(""),
            form.listenerProperty()::set);
    FormField field =
        Picker.labelled("wizard-try-listener", texts.get("routing.try.listener"), box);
    Runnable show =
        () -> {
          box.getItems().setAll(model.listeners().stream().map(Optional::of).toList());
          box.setValue(Optional.of(form.asked()));
          Nodes.show(field, model.listeners().size() > 1);
        };
    model.listeners().subscribe(show);
    show.run();
    box.setMinWidth(170);
    return field;
  }

  private static FormField small(Field field) {
    TextField control = new TextField();
    control.setPrefColumnCount(6);
    FormField view = FieldView.of(field, control, "");
    view.setMinWidth(100);
    return view;
  }

  private static FormField wide(Field field, String prompt) {
    TextField control = new TextField();
    control.setPromptText(prompt);
    FormField view = FieldView.of(field, control, "");
    HBox.setHgrow(view, Priority.ALWAYS);
    return view;
  }

  private Node headers() {
    TextArea area = new TextArea();
    area.setPrefRowCount(2);
    area.setPromptText("Authorization: Bearer ...");
    area.textProperty().bindBidirectional(form.headers().textProperty());
    return new FormField(
        form.headers().id(), form.headers().label(), area, "", form.headers().message());
  }

  private Node outcome() {
    Label label = Nodes.paragraph("", "try-outcome");
    label.setId("wizard-try-outcome");
    form.outcome()
        .subscribe(
            now -> {
              label.setText(now.text());
              label.setGraphic(Nodes.icon(now.known() ? Feather.CORNER_DOWN_RIGHT : Feather.INFO));
            });
    return label;
  }
}
