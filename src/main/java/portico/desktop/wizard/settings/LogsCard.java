package portico.desktop.wizard.settings;

import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import portico.desktop.widget.CopyButton;
import portico.desktop.widget.FormField;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.TitledCard;
import portico.desktop.wizard.form.Texts;
import portico.desktop.wizard.view.FieldView;
import portico.desktop.wizard.view.Segments;

/** Logs on the screen: of each kind whether they are kept, and where. */
final class LogsCard {
  private static final int POLICY_ROWS = 14;
  private static final double NUMBER_WIDTH = 190;

  private final Texts texts;
  private final Function<LogForm, String> policy;

  /**
   * @param policy the policy that a bucket of the user's needs
   */
  LogsCard(Texts texts, Function<LogForm, String> policy) {
    this.texts = texts;
    this.policy = policy;
  }

  Node of(LogsForm form) {
    return new TitledCard(
        texts.get("settings.logs"),
        logs("wizard-access-logs", "settings.logs.access", form.access()),
        logs("wizard-connection-logs", "settings.logs.connection", form.connections()),
        made(form));
  }

  private Node logs(String id, String key, LogForm form) {
    Segments<LogPlace> places =
        new Segments<>(
            id,
            LogPlace.class,
            each -> texts.get("settings.logs.place." + each.name().toLowerCase(Locale.ROOT)),
            form.place());
    places.setAccessibleText(texts.get(key));
    FormField bucket = FieldView.text(form.bucket(), texts.get("settings.logs.bucket.help"));
    FormField prefix = FieldView.text(form.prefix(), texts.get("settings.logs.prefix.help"));
    HBox.setHgrow(bucket, Priority.ALWAYS);
    HBox where = new HBox(bucket, prefix);
    where.getStyleClass().add("form-row");
    Node needed = needed(id, form);
    VBox inside = new VBox(where, needed);
    inside.getStyleClass().addAll("form-field", "indented");
    form.place()
        .property()
        .subscribe(
            now -> {
              Nodes.show(bucket, now == LogPlace.EXISTING);
              Nodes.show(needed, now == LogPlace.EXISTING);
              Nodes.show(inside, now != LogPlace.NONE);
            });
    VBox all = new VBox(Nodes.label(texts.get(key), "form-label"), places, inside);
    all.getStyleClass().add("swap");
    return all;
  }

  private Node needed(String id, LogForm form) {
    TextArea shown = new TextArea();
    shown.setId(id + "-policy");
    shown.setEditable(false);
    shown.setPrefRowCount(POLICY_ROWS);
    shown.setAccessibleText(texts.get("settings.logs.policy"));
    shown.getStyleClass().addAll("mono", "paste-area");
    Stream.of(form.bucket(), form.prefix())
        .forEach(each -> each.textProperty().subscribe(text -> shown.setText(policy.apply(form))));
    String copy = texts.get("settings.logs.policy.copy");
    HBox line =
        new HBox(
            Nodes.label(texts.get("settings.logs.policy"), "form-help"),
            Nodes.spacer(),
            new CopyButton(id + "-policy-copy", copy, copy, () -> policy.apply(form)));
    line.setAlignment(Pos.CENTER_LEFT);
    VBox all = new VBox(line, shown);
    all.getStyleClass().add("form-field");
    return all;
  }

  /** What holds for the bucket that is made, whichever logs go there. */
  private Node made(LogsForm form) {
    FormField days = FieldView.number(form.days(), texts.get("settings.logs.days.help"));
    days.setMaxWidth(NUMBER_WIDTH);
    VBox all = new VBox(days, Nodes.paragraph(texts.get("settings.logs.made"), "form-help"));
    all.setId("wizard-made-bucket");
    all.getStyleClass().add("form-field");
    form.makes().subscribe(on -> Nodes.show(all, on));
    return all;
  }
}
