package portico.desktop.environments;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import portico.desktop.app.Navigation;
import portico.desktop.text.AccountText;
import portico.desktop.widget.CopyButton;
import portico.desktop.widget.ElidedLabel;
import portico.desktop.widget.FailureCard;
import portico.desktop.widget.KeyValueGrid;
import portico.desktop.widget.LongList;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.OutputList;
import portico.desktop.widget.PracticeTag;
import portico.desktop.widget.StatusBadge;
import portico.desktop.widget.TitledCard;
import portico.desktop.widget.Tone;
import portico.desktop.widget.Tones;
import portico.environment.Environment;
import portico.environment.EnvironmentResource;
import portico.environment.EnvironmentState;
import portico.text.Message;

/** The chosen environment: state, actions, outputs, resources, history. */
final class EnvironmentDetail extends ScrollPane {
  private final EnvironmentsModel model;
  private final EnvironmentsText text;
  private final EnvironmentActions actions;
  private final Label name = Nodes.label("", "detail-name");
  private final StatusBadge badge = new StatusBadge(Tone.NEUTRAL, "");
  private final PracticeTag practice = new PracticeTag();
  private final VBox notice = new VBox();
  private final VBox sections = new VBox();
  private final Label changed = Nodes.label("");
  private final EndsRow ends;
  private final HistoryCard history;

  EnvironmentDetail(EnvironmentsModel model, EnvironmentsText text, Navigation navigation) {
    this.model = model;
    this.text = text;
    actions = new EnvironmentActions(model, text, navigation);
    ends = new EndsRow(model, text);
    history = new HistoryCard(model, text, navigation);
    name.setId("environment-name");
    badge.setId("environment-state");
    sections.getStyleClass().add("detail-sections");
    FlowPane head = new FlowPane(10, 6, name, badge, practice);
    head.setAlignment(Pos.CENTER_LEFT);
    VBox body = new VBox(head, actions, notice, sections, history);
    body.getStyleClass().add("environment-detail");
    setContent(body);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setAccessibleText(text.get("page.content"));
    setId("environment-detail");
    getStyleClass().add("page-scroll");
    model
        .chosenProperty()
        .subscribe(
            now -> {
              body.setVisible(now.isPresent());
              now.ifPresent(this::show);
            });
    model.noticeProperty().subscribe(this::showNotice);
  }

  /** Lets "5 min ago" grow. */
  void tick() {
    model.chosenProperty().get().flatMap(Environment::lastChange).ifPresent(this::showChange);
    model.chosenProperty().get().ifPresent(ends::show);
    history.tick();
  }

  private void show(Environment environment) {
    name.setText(environment.name().value());
    badge.show(Tones.of(environment.state()), text.state(environment.state()));
    Nodes.show(practice, environment.account().filter(AccountText::isPractice).isPresent());
    actions.show(environment);
    sections.getChildren().setAll(summary(environment), resources(environment));
  }

  private void showNotice(Optional<Message> message) {
    notice
        .getChildren()
        .setAll(
            message
                .map(each -> new FailureCard("environment-notice", each, Optional.empty()))
                .stream()
                .toList());
    Nodes.show(notice, message.isPresent());
  }

  private void showChange(Instant at) {
    changed.setText(text.ago(at));
    if (changed.getTooltip() == null || !changed.getTooltip().getText().equals(text.exact(at))) {
      changed.setTooltip(new Tooltip(text.exact(at)));
    }
  }

  private Node summary(Environment environment) {
    KeyValueGrid grid = new KeyValueGrid();
    grid.add(text.get("environments.account"), text.account(environment));
    environment.region().ifPresent(each -> grid.add(text.get("environments.region"), each));
    environment
        .lastChange()
        .ifPresent(
            at -> {
              showChange(at);
              grid.add(text.get("environments.changed"), changed);
            });
    if (!(environment.state() instanceof EnvironmentState.Empty)) {
      ends.show(environment);
      grid.addBelow(text.get("environments.ends"), ends);
    }
    return new TitledCard(
        text.get("environments.summary"),
        grid,
        new OutputList("environment-output-", this::label, KeyValueGrid::addBelow)
            .of(text.get("result.outputs"), environment.outputs()));
  }

  private String label(String output) {
    return switch (output) {
      case Environment.DOMAIN_NAME_OUTPUT -> text.get("result.domain");
      case Environment.DNS_NAME_OUTPUT -> text.get("result.dns");
      default -> output;
    };
  }

  private Node resources(Environment environment) {
    VBox list = new VBox();
    list.setId("environment-resources");
    List<EnvironmentResource> all = environment.resources();
    list.getChildren()
        .add(
            all.isEmpty()
                ? Nodes.paragraph(text.get("environments.resources.none"), "text-muted")
                : new LongList<>(
                    text.get("environments.resources", all.size()),
                    FXCollections.observableList(all),
                    () -> new KnownLine(text)));
    return new TitledCard(text.get("environments.resources", all.size()), list);
  }

  /** A resource in the state. */
  private static final class KnownLine extends LongList.Line<EnvironmentResource> {
    private final EnvironmentsText text;
    private final Label type = Nodes.label("");
    private final Label name = Nodes.label("", "mono", "text-muted", "small-text");
    private final Label id = new ElidedLabel("mono", "text-muted", "small-text");
    private final CopyButton copy;

    KnownLine(EnvironmentsText text) {
      this.text = text;
      copy = new CopyButton("", text.get("environments.resource.id"), "", id::getText);
      type.setMinWidth(USE_PREF_SIZE);
      HBox head = new HBox(10, type, name);
      head.setAlignment(Pos.CENTER_LEFT);
      id.setTooltip(new Tooltip());
      HBox.setHgrow(id, Priority.ALWAYS);
      HBox row = new HBox(id, copy);
      row.setAlignment(Pos.CENTER_LEFT);
      row.getStyleClass().add("copy-row");
      setSpacing(2);
      getStyleClass().add("resource-item");
      getChildren().addAll(head, row);
    }

    @Override
    protected void show(EnvironmentResource resource) {
      type.setText(text.type(resource.ref()));
      name.setText(resource.ref().name());
      id.setText(resource.id());
      id.getTooltip().setText(resource.id());
      copy.setId(
          "environment-resource-"
              + resource.ref().type().replaceAll(".*:", "")
              + "-"
              + resource.ref().name()
              + "-copy");
    }
  }
}
