package portico.desktop.map;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import portico.desktop.text.DesktopText;
import portico.desktop.widget.CopyRow;
import portico.desktop.widget.DiffLines;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.Tone;
import portico.doctor.Diagnosis;
import portico.doctor.Finding;
import portico.doctor.Remedy;
import portico.model.EnvironmentSpec;
import portico.spec.SpecDiff;
import portico.text.DoctorText;
import portico.text.Words;

/** The causes of one target's trouble, each with what is known of it and its cure. */
final class DiagnosisCard extends VBox {
  private final Words words = DesktopText.words();
  private final MapViewModel model;
  private final DoctorText text;
  private int number;

  DiagnosisCard(Diagnosis diagnosis, MapViewModel model, DoctorText text) {
    this.model = model;
    this.text = text;
    setId("map-diagnosis");
    getStyleClass().add("map-diagnosis");
    getChildren().add(Nodes.label(words.get("map.causes"), "form-label"));
    diagnosis.findings().forEach(each -> getChildren().add(finding(each)));
  }

  private Node finding(Finding finding) {
    Tone tone =
        switch (finding.verdict()) {
          case CONFIRMED -> Tone.DANGER;
          case POSSIBLE -> Tone.WARNING;
          case RULED_OUT -> Tone.SUCCESS;
        };
    FontIcon icon = Nodes.icon(icon(finding.verdict()));
    icon.getStyleClass().add("toned-icon");
    Label verdict = Nodes.label(text.of(finding.verdict()), "small-text", "toned-text");
    HBox head = new HBox(6, icon, verdict);
    head.setAlignment(Pos.CENTER_LEFT);
    VBox box = new VBox(4, head, Nodes.paragraph(text.of(finding), "small-text"));
    finding.remedy().ifPresent(remedy -> remedy(remedy, box));
    box.getStyleClass().addAll("map-finding", tone.styleClass());
    return box;
  }

  private static Feather icon(Finding.Verdict verdict) {
    return switch (verdict) {
      case CONFIRMED -> Feather.ALERT_OCTAGON;
      case POSSIBLE -> Feather.HELP_CIRCLE;
      case RULED_OUT -> Feather.CHECK_CIRCLE;
    };
  }

  private void remedy(Remedy remedy, VBox box) {
    box.getChildren().add(Nodes.paragraph(text.of(remedy), "small-text", "text-muted"));
    switch (remedy) {
      case Remedy.Instruction(var step, var command) ->
          command.ifPresent(
              line ->
                  box.getChildren()
                      .add(new CopyRow("map-command-" + ++number, words.get("map.command"), line)));
      case Remedy.Fix fix -> box.getChildren().add(fix(fix));
    }
  }

  /** The diff comes first; only then can it be applied. */
  private Node fix(Remedy.Fix fix) {
    int own = ++number;
    VBox diff = new VBox();
    diff.setId("map-diff-" + own);
    diff.getStyleClass().add("map-diff");
    Nodes.show(diff, false);
    Button apply =
        Nodes.button(
            "map-apply-" + own, words.get("map.fix.apply"), Feather.CHECK, () -> model.apply(fix));
    apply.getStyleClass().addAll("small", "accent");
    Nodes.show(apply, false);
    Button show =
        Nodes.button(
            "map-fix-" + own, words.get("map.fix.show"), Feather.GIT_PULL_REQUEST, () -> {});
    show.getStyleClass().add("small");
    show.setOnAction(
        event -> {
          diff.getChildren().setAll(lines(fix));
          Nodes.show(diff, true);
          Nodes.show(apply, true);
          Nodes.show(show, false);
          apply.requestFocus();
        });
    HBox.setHgrow(diff, Priority.ALWAYS);
    return new VBox(6, show, diff, apply);
  }

  private List<Node> lines(Remedy.Fix fix) {
    EnvironmentSpec before =
        model.environmentProperty().get().flatMap(each -> each.spec()).orElse(fix.spec());
    return DiffLines.of(SpecDiff.of(before, fix.spec()));
  }
}
