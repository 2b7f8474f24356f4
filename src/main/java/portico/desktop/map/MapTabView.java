package portico.desktop.map;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.text.DesktopText;
import portico.desktop.widget.FailureCard;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.StatusBadge;
import portico.desktop.widget.TitledCard;
import portico.desktop.widget.map.MapHealth;
import portico.desktop.widget.map.MapNode;
import portico.desktop.widget.map.MapSubject;
import portico.desktop.widget.map.MapText;
import portico.desktop.widget.map.ResourceMapView;
import portico.doctor.Diagnosis;
import portico.doctor.Finding;
import portico.environment.Environment;
import portico.text.DoctorText;
import portico.text.FailureText;
import portico.text.Words;

/** What is wrong, if anything, and the map. */
final class MapTabView extends VBox {
  /** More are one line that says how many. */
  private static final int MOST_LINES = 5;

  private final MapViewModel model;
  private final Words words = DesktopText.words();
  private final DoctorText doctor = new DoctorText(Words.core());
  private final FailureText failures = new FailureText(Words.core());
  private final MapText text = new MapText();
  private final ResourceMapView map = new ResourceMapView();
  private final VBox above = new VBox();

  MapTabView(MapViewModel model) {
    this.model = model;
    getStyleClass().add("map-tab");
    above.getStyleClass().add("map-tab");
    VBox.setVgrow(map, Priority.ALWAYS);
    getChildren().addAll(above, map);
    map.setFurtherDetails(this::furtherDetails);
    model.environmentProperty().subscribe(shown -> show());
    model.examinationProperty().subscribe(found -> show());
    model.refusedProperty().subscribe(failure -> show());
    model.startingProperty().subscribe(now -> setDisable(now));
  }

  private void show() {
    above.getChildren().clear();
    model
        .refusedProperty()
        .get()
        .ifPresent(
            failure ->
                above
                    .getChildren()
                    .add(
                        new FailureCard(
                            "map-refused", failures.of(failure, -1), Optional.empty())));
    model.examinationProperty().get().ifPresent(this::showAbove);
    model.environmentProperty().get().ifPresent(this::showMap);
    Nodes.show(above, !above.getChildren().isEmpty());
  }

  private void showAbove(Examination found) {
    found
        .failure()
        .ifPresent(
            failure ->
                above
                    .getChildren()
                    .add(
                        new FailureCard(
                            "map-failure", failures.of(failure), Optional.of(model::look))));
    List<Diagnosis> ill = found.diagnoses();
    if (!ill.isEmpty()) {
      TitledCard card = new TitledCard(words.get("map.wrong", ill.size()));
      card.setId("map-wrong");
      ill.stream().limit(MOST_LINES).forEach(each -> card.getChildren().add(line(each)));
      if (ill.size() > MOST_LINES) {
        String more = words.get("map.wrong.more", ill.size() - MOST_LINES);
        card.getChildren().add(Nodes.paragraph(more, "text-muted", "small-text"));
      }
      above.getChildren().add(card);
    }
  }

  private void showMap(Environment environment) {
    environment
        .spec()
        .ifPresent(
            spec ->
                map.showDeployed(
                    spec,
                    model.examinationProperty().get().map(Examination::health).orElse(Map.of()),
                    environment.outputs()));
    map.refreshDetails();
  }

  // --- What is wrong

  private Node line(Diagnosis diagnosis) {
    var health = diagnosis.health();
    MapHealth state = MapHealth.of(health.state());
    StatusBadge badge = new StatusBadge(state.tone(), text.of(state));
    Finding first = diagnosis.findings().getFirst();
    Button look =
        Nodes.button(
            "map-wrong-" + diagnosis.group().name() + "-" + health.targetId(),
            words.get("map.wrong.show"),
            Feather.SEARCH,
            () -> map.chooseTarget(diagnosis.group().name(), health.targetId(), health.port()));
    look.getStyleClass().add("small");
    look.setMnemonicParsing(false);
    look.setAccessibleText(words.get("map.wrong.show.target", health.targetId()));
    HBox head =
        new HBox(
            10,
            badge,
            Nodes.label(health.targetId() + ":" + health.port(), "mono"),
            Nodes.label(diagnosis.group().name(), "text-muted", "small-text"),
            Nodes.spacer(),
            look);
    head.setAlignment(Pos.CENTER_LEFT);
    VBox line = new VBox(4, head, Nodes.paragraph(cause(first), "small-text"));
    line.getStyleClass().add("resource-item");
    return line;
  }

  private String cause(Finding finding) {
    return finding.verdict() == Finding.Verdict.CONFIRMED
        ? doctor.of(finding)
        : words.get("map.wrong.perhaps", doctor.of(finding));
  }

  private List<Node> furtherDetails(MapNode node) {
    return node.subject() instanceof MapSubject.Target target
        ? model.examinationProperty().get().stream()
            .flatMap(found -> found.diagnoses().stream())
            .filter(each -> isOf(each, target))
            .limit(1)
            .<Node>map(each -> new DiagnosisCard(each, model, doctor))
            .toList()
        : List.of();
  }

  private static boolean isOf(Diagnosis diagnosis, MapSubject.Target target) {
    return diagnosis.group().name().equals(target.group().name())
        && diagnosis.health().targetId().equals(target.target())
        && (target.port().isEmpty() || target.port().getAsInt() == diagnosis.health().port());
  }
}
