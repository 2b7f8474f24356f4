package portico.desktop.export;

import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.text.DesktopText;
import portico.desktop.widget.CopyButton;
import portico.desktop.widget.Dialogs;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.StatusBadge;
import portico.desktop.widget.TitledCard;
import portico.desktop.widget.Tone;
import portico.desktop.widget.ValueText;
import portico.export.ExportForm;
import portico.text.Words;

/** A form to choose, its files to look at, and ways to take them along. */
final class ExportView extends VBox {
  private static final int LINES_SHOWN = 18;

  private final ExportModel model;
  private final Words words = DesktopText.words();
  private final ComboBox<ExportModel.Code> files = new ComboBox<>();
  private final TextArea code = new TextArea();
  private final StatusBadge saved = new StatusBadge(Tone.NEUTRAL, "");
  private final Label failure = Nodes.paragraph("", "form-error");
  private final Label none;

  ExportView(ExportModel model) {
    this.model = model;
    none = Nodes.paragraph(words.get("export.none"), "text-muted");
    code.setEditable(false);
    code.setId("export-code");
    code.setPrefRowCount(LINES_SHOWN);
    code.getStyleClass().addAll("mono", "export-code");
    saved.setId("export-saved");
    failure.setId("export-failure");
    Button save =
        Nodes.button("export-save", words.get("export.save"), Feather.FOLDER, this::chooseFolder);
    CopyButton copy = new CopyButton("export-copy", words.get("export.file"), code::getText);
    HBox choices = new HBox(box("export.form", forms()), box("export.file", fileChoice()));
    choices.getStyleClass().add("export-choices");
    HBox actions = new HBox(save, copy, saved);
    actions.setAlignment(Pos.CENTER_LEFT);
    actions.getStyleClass().add("card-actions");
    getChildren()
        .add(
            new TitledCard(
                words.get("export.title"),
                Nodes.paragraph(words.get("export.intro"), "text-muted"),
                none,
                choices,
                code,
                actions,
                failure));
    model.filesProperty().subscribe(all -> showFiles(all, save, copy));
    model.savingProperty().subscribe(this::showSaving);
  }

  private ComboBox<ExportForm> forms() {
    ComboBox<ExportForm> forms = new ComboBox<>();
    forms.setId("export-form");
    forms.getItems().setAll(ExportForm.values());
    forms.setConverter(new ValueText<>(form -> words.get("export.form." + form.name())));
    forms.setValue(model.formProperty().get());
    forms
        .valueProperty()
        .addListener((observed, before, now) -> Optional.ofNullable(now).ifPresent(model::choose));
    return forms;
  }

  private ComboBox<ExportModel.Code> fileChoice() {
    files.setId("export-file");
    files.setConverter(new ValueText<>(ExportModel.Code::path));
    files
        .valueProperty()
        .addListener(
            (observed, before, now) ->
                code.setText(Optional.ofNullable(now).map(ExportModel.Code::text).orElse("")));
    return files;
  }

  private VBox box(String key, ComboBox<?> choice) {
    Label label = Nodes.label(words.get(key), "form-label");
    label.setLabelFor(choice);
    choice.setAccessibleText(label.getText());
    VBox box = new VBox(label, choice);
    box.getStyleClass().add("form-field");
    return box;
  }

  /** The code itself comes first in view; what explains it is one choice away. */
  private void showFiles(List<ExportModel.Code> all, Button save, CopyButton copy) {
    files.getItems().setAll(all);
    files.setValue(
        all.stream().filter(each -> !each.path().endsWith("README.md")).findFirst().orElse(null));
    Nodes.show(none, all.isEmpty());
    save.setDisable(all.isEmpty());
    copy.setDisable(all.isEmpty());
  }

  private void chooseFolder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(words.get("export.choose"));
    File chosen = chooser.showDialog(getScene().getWindow());
    if (chosen != null) {
      model.save(chosen.toPath());
    }
  }

  private void showSaving(ExportModel.Saving state) {
    Nodes.show(saved, state instanceof ExportModel.Saving.Saved);
    Nodes.show(failure, state instanceof ExportModel.Saving.Failed);
    switch (state) {
      case ExportModel.Saving.Idle() -> {}
      case ExportModel.Saving.Busy() -> {}
      case ExportModel.Saving.Saved(var folder, int count) ->
          saved.show(Tone.SUCCESS, words.get("export.saved", count, folder));
      case ExportModel.Saving.Failed(var folder, String detail) ->
          failure.setText(words.get("export.failed", folder, detail));
      case ExportModel.Saving.Exists exists -> askToOverwrite(exists);
    }
  }

  private void askToOverwrite(ExportModel.Saving.Exists exists) {
    Dialogs.ask(
        getScene().getWindow(),
        words.get("export.exists.title"),
        Nodes.paragraph(
            words.get("export.exists.text", exists.folder(), String.join(", ", exists.files()))),
        List.of(
            new Dialogs.Choice(
                "export-overwrite",
                words.get("export.exists.yes"),
                ButtonData.OK_DONE,
                () -> model.overwrite(exists.folder())),
            new Dialogs.Choice(
                "export-keep",
                words.get("export.exists.no"),
                ButtonData.CANCEL_CLOSE,
                model::keep)));
  }
}
