package portico.desktop.widget.map;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.catalog.TargetHealth;
import portico.desktop.widget.CopyRow;
import portico.desktop.widget.IntoView;
import portico.desktop.widget.KeyValueGrid;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.StatusBadge;
import portico.model.EnvironmentSpec;

/**
 * The resource map of an environment, planned or deployed: the drawing, what is above it, and the
 * settings of the chosen box beside it, or below where there is no room at its side.
 */
public final class ResourceMapView extends BorderPane {
  /** The drawing needs two thirds of this, the settings beside it one. */
  private static final double WIDE = 900;

  private static final double SIDE = 300;

  /** Of settings below the drawing, so much is scrolled into view: what they are about. */
  private static final double HEAD = 150;

  private final MapText text = new MapText();
  private final MapCanvas canvas;
  private final CheckBox unhealthyOnly = new CheckBox(text.get("map.unhealthy-only"));
  private final Label summary = Nodes.label("", "text-muted", "small-text");
  private final VBox details = new VBox();
  private final ScrollPane side = new ScrollPane();
  private final VBox below = new VBox();
  private final HBox bar = new HBox();
  private final Set<String> open = new HashSet<>();
  private Function<MapNode, List<Node>> further = node -> List.of();
  private Optional<EnvironmentSpec> spec = Optional.empty();
  private Optional<Map<String, List<TargetHealth>>> health = Optional.empty();
  private Map<String, String> outputs = Map.of();
  private MapColumns columns = MapColumns.FULL;

  /** A map that has a page for itself. */
  public ResourceMapView() {
    this(Optional.empty());
  }

  private ResourceMapView(Optional<String> title) {
    getStyleClass().add("resource-map");
    canvas = new MapCanvas(text, this::activate, title.isPresent());
    canvas.setId("map-canvas");
    setTop(bar());
    title.ifPresent(this::addTitle);
    setCenter(canvas);
    details.getStyleClass().add("map-details");
    side.setId("map-details");
    side.getStyleClass().add("map-side");
    side.setFitToWidth(true);
    side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    side.setAccessibleText(text.get("map.details"));
    below.getStyleClass().add("map-below");
    canvas.chosenProperty().subscribe(node -> describe());
    canvas.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> revealBelow());
    canvas.widthProperty().subscribe(width -> drawInOtherColumns());
    widthProperty().subscribe(width -> placeSide());
    unhealthyOnly.setId("map-unhealthy-only");
    unhealthyOnly.selectedProperty().subscribe(now -> draw());
  }

  /** A map among other things on a page, under a title of its own. */
  public static ResourceMapView inPage(String title) {
    return new ResourceMapView(Optional.of(title));
  }

  private void addTitle(String title) {
    bar.getChildren().addFirst(Nodes.label(title, "card-title"));
  }

  private Node bar() {
    bar.getChildren()
        .addAll(
            unhealthyOnly,
            summary,
            Nodes.spacer(),
            Nodes.iconButton(
                "map-zoom-out",
                text.get("map.zoom-out"),
                Feather.ZOOM_OUT,
                () -> canvas.zoomBy(0.8)),
            Nodes.iconButton(
                "map-zoom-in", text.get("map.zoom-in"), Feather.ZOOM_IN, () -> canvas.zoomBy(1.25)),
            Nodes.iconButton("map-fit", text.get("map.fit"), Feather.MAXIMIZE, canvas::fit));
    bar.getStyleClass().add("map-bar");
    bar.setAlignment(Pos.CENTER_LEFT);
    unhealthyOnly.setMinWidth(USE_PREF_SIZE);
    return bar;
  }

  // --- What is shown

  /** A spec that is not deployed: every box is "planned". */
  public void showPlanned(EnvironmentSpec newSpec) {
    show(newSpec, Optional.empty(), Map.of());
  }

  /**
   * A deployed environment.
   *
   * @param newHealth by target groups' names; a group that is missing could not be asked
   * @param newOutputs the stack's outputs, for the ARNs
   */
  public void showDeployed(
      EnvironmentSpec newSpec,
      Map<String, List<TargetHealth>> newHealth,
      Map<String, String> newOutputs) {
    show(newSpec, Optional.of(newHealth), newOutputs);
  }

  private void show(
      EnvironmentSpec newSpec,
      Optional<Map<String, List<TargetHealth>>> newHealth,
      Map<String, String> newOutputs) {
    spec = Optional.of(newSpec);
    health = newHealth;
    outputs = newOutputs;
    Nodes.show(unhealthyOnly, newHealth.isPresent());
    draw();
  }

  /** Adds to the settings of the chosen box, such as what is wrong with a target. */
  public void setFurtherDetails(Function<MapNode, List<Node>> newFurther) {
    further = newFurther;
    describe();
  }

  public ReadOnlyObjectProperty<Optional<MapNode>> chosenProperty() {
    return canvas.chosenProperty();
  }

  /** Chooses a target's box, opening its group where that is needed. */
  public void chooseTarget(String group, String target, int port) {
    open.add(group);
    draw();
    canvas.choose("target " + group + " " + target + " " + port);
    revealBelow();
  }

  /** Builds the details again, since what belongs to them has changed. */
  public void refreshDetails() {
    describe();
  }

  private void draw() {
    spec.ifPresent(
        shown -> {
          MapState state = new MapState(shown, health, open, unhealthyOnly.isSelected());
          MapLayout layout = MapLayout.of(state, canvas.columns());
          columns = layout.columns();
          canvas.show(layout);
          summary.setText(
              layout.nodes().stream()
                  .filter(each -> each.column() == MapColumn.BALANCER)
                  .findFirst()
                  .filter(each -> each.counts().total() > 0)
                  .map(each -> text.get("map.summary", text.counts(each.counts())))
                  .orElse(""));
        });
  }

  private void drawInOtherColumns() {
    if (!columns.equals(canvas.columns())) {
      draw();
    }
  }

  private void activate(MapNode node) {
    switch (node.subject()) {
      case MapSubject.Targets(var group, boolean isOpen) -> toggle(group.name());
      case MapSubject.Group(var group) -> toggle(group.name());
      case MapSubject.Balancer balancer -> goToDetails();
      case MapSubject.Listener listener -> goToDetails();
      case MapSubject.Rule rule -> goToDetails();
      case MapSubject.Target target -> goToDetails();
    }
  }

  private void toggle(String group) {
    if (!open.remove(group)) {
      open.add(group);
    }
    draw();
  }

  // --- The chosen box

  private void describe() {
    Optional<MapNode> node = canvas.chosenProperty().get();
    if (node.isPresent() && spec.isPresent()) {
      details.getChildren().setAll(head(node.get()));
      details.getChildren().addAll(further.apply(node.get()));
      details.getChildren().add(facts(node.get(), spec.get()));
    } else {
      details.getChildren().clear();
    }
    placeSide();
  }

  private Node head(MapNode node) {
    Label column = Nodes.label(text.of(node.column()), "text-muted", "small-text");
    Label title = Nodes.paragraph(text.title(node.subject()), "card-title");
    title.setId("map-details-title");
    StatusBadge badge = new StatusBadge(node.health().tone(), text.of(node.health()));
    badge.setGraphic(Nodes.icon(MapPainter.icon(node.health())));
    FlowPane states = new FlowPane(8, 4, badge);
    if (!(node.subject() instanceof MapSubject.Target) && node.counts().total() > 0) {
      states.getChildren().add(Nodes.label(text.counts(node.counts()), "small-text"));
    }
    HBox top =
        new HBox(
            column,
            Nodes.spacer(),
            Nodes.iconButton(
                "map-details-close", text.get("map.details.close"), Feather.X, canvas::unchoose));
    top.setAlignment(Pos.CENTER_LEFT);
    return new VBox(2, top, title, states);
  }

  private Node facts(MapNode node, EnvironmentSpec shown) {
    KeyValueGrid grid = new KeyValueGrid();
    int number = 0;
    for (MapFacts.Fact fact : MapFacts.of(node.subject(), shown, outputs, text)) {
      if (fact.toCopy()) {
        grid.addBelow(fact.name(), new CopyRow("map-fact-" + number++, fact.name(), fact.value()));
      } else {
        grid.add(fact.name(), fact.value());
      }
    }
    return grid;
  }

  private void goToDetails() {
    Optional.ofNullable(details.lookup("#map-details-close")).ifPresent(Node::requestFocus);
  }

  /** Beside the drawing where there is room for both, else below it in full height. */
  private void placeSide() {
    boolean shown = !details.getChildren().isEmpty();
    boolean wide = getWidth() >= WIDE;
    if (!shown || wide) {
      below.getChildren().clear();
      setBottom(null);
    }
    if (!shown || !wide) {
      side.setContent(null);
      setRight(null);
    }
    if (shown && wide && getRight() == null) {
      side.setContent(details);
      side.setPrefWidth(SIDE);
      side.setPrefHeight(SIDE);
      setRight(side);
    } else if (shown && !wide && getBottom() == null) {
      below.getChildren().setAll(details);
      setBottom(below);
    }
  }

  /** Settings below a high drawing would else be out of sight. */
  private void revealBelow() {
    if (getBottom() != null) {
      IntoView.afterLayout(details, HEAD);
    }
  }
}
