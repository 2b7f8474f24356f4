package portico.desktop.wizard.settings;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.catalog.HostedZone;
import portico.desktop.widget.BusyRow;
import portico.desktop.widget.FormField;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.TitledCard;
import portico.desktop.widget.Tone;
import portico.desktop.widget.ValueText;
import portico.desktop.wizard.form.LoadState;
import portico.desktop.wizard.form.Texts;
import portico.desktop.wizard.view.FieldView;
import portico.desktop.wizard.view.Notice;
import portico.desktop.wizard.view.Swap;

/** Names of the user's own on the screen. */
final class NamesCard {
  private static final double BUTTON_TOP = 24;

  private final Texts texts;
  private final NamesForm form;

  NamesCard(Texts texts, NamesForm form) {
    this.texts = texts;
    this.form = form;
  }

  Node of(ObservableValue<LoadState<List<HostedZone>>> zones) {
    return new TitledCard(
        texts.get("settings.names"),
        Nodes.paragraph(texts.get("settings.names.help"), "form-help"),
        new Swap(zones, this::shown));
  }

  private List<Node> shown(LoadState<List<HostedZone>> state) {
    return switch (state) {
      case LoadState.Idle<List<HostedZone>> idle ->
          List.of(Nodes.paragraph(texts.get("settings.waiting"), "form-help"));
      case LoadState.Busy<List<HostedZone>> busy ->
          List.of(new BusyRow(texts.get("settings.busy")));
      case LoadState.Failed<List<HostedZone>>(var failure) ->
          List.of(
              new Notice(
                  "wizard-zones-failed",
                  Tone.WARNING,
                  texts.get("settings.names.failed") + " " + texts.failures().of(failure).what()),
              lines(List.of()));
      case LoadState.Ready<List<HostedZone>>(var found) -> ready(found);
    };
  }

  private List<Node> ready(List<HostedZone> found) {
    if (found.isEmpty()) {
      return List.of(Nodes.paragraph(texts.get("settings.names.none"), "form-help"), lines(found));
    }
    Button add =
        Nodes.button(
            "wizard-name-add",
            texts.get("settings.names.add"),
            Feather.PLUS,
            () -> form.add(found.getFirst()));
    add.getStyleClass().add("small");
    return List.of(lines(found), add);
  }

  private Node lines(List<HostedZone> zones) {
    VBox box = new VBox();
    box.getStyleClass().add("network-fields");
    form.lines().addListener((ListChangeListener<NamesForm.Line>) change -> show(box, zones));
    show(box, zones);
    return box;
  }

  private void show(VBox box, List<HostedZone> zones) {
    List<Node> rows = new ArrayList<>();
    form.lines().forEach(line -> rows.add(row(line, zones, rows.size() + 1)));
    box.getChildren().setAll(rows);
    Nodes.show(box, !rows.isEmpty());
  }

  private Node row(NamesForm.Line line, List<HostedZone> zones, int number) {
    FormField label = FieldView.text(line.label(), texts.get("settings.names.label.help"));
    HBox.setHgrow(label, Priority.ALWAYS);
    ComboBox<HostedZone> zone = new ComboBox<>();
    zone.getItems().setAll(zones);
    zone.setId(line.label().id() + "-zone");
    zone.setConverter(new ValueText<>(this::title));
    zone.setValue(line.zone().get());
    zone.setDisable(zones.isEmpty());
    zone.setMaxWidth(Double.MAX_VALUE);
    zone.valueProperty()
        .subscribe(
            chosen -> {
              if (chosen != null && !chosen.equals(line.zone().get())) {
                line.zone().choose(chosen);
              }
            });
    Label caption = Nodes.label(texts.get("settings.names.zone"), "form-label");
    caption.setLabelFor(zone);
    VBox place = new VBox(caption, zone);
    place.getStyleClass().add("form-field");
    HBox.setHgrow(place, Priority.ALWAYS);
    Button remove =
        Nodes.iconButton(
            line.label().id() + "-remove",
            texts.get("settings.names.remove", number),
            Feather.TRASH_2,
            () -> form.remove(line));
    HBox.setMargin(remove, new Insets(BUTTON_TOP, 0, 0, 0));
    HBox row = new HBox(label, place, remove);
    row.getStyleClass().addAll("form-row", "network-row");
    return row;
  }

  private String title(HostedZone zone) {
    return zone.isPrivate() ? texts.get("settings.names.private", zone.name()) : zone.name();
  }
}
