package portico.desktop.result;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.app.EnvironmentTab;
import portico.desktop.app.LinkOpener;
import portico.desktop.app.Navigation;
import portico.desktop.text.AccountText;
import portico.desktop.widget.BusyRow;
import portico.desktop.widget.CopyButton;
import portico.desktop.widget.CopyRow;
import portico.desktop.widget.FailureCard;
import portico.desktop.widget.KeyValueGrid;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.OutputList;
import portico.desktop.widget.Page;
import portico.desktop.widget.PageHeader;
import portico.desktop.widget.PracticeTag;
import portico.desktop.widget.TitledCard;
import portico.environment.Environment;
import portico.service.EndpointCheck;
import portico.text.Message;

/** The endpoint of an environment. */
public final class ResultView extends StackPane {
  private final ResultModel model;
  private final ResultText text;
  private final Navigation navigation;
  private final LinkOpener links;
  private final PageHeader header;
  private final VBox body;
  private final ResultTabs tabs;
  private final VBox overview = new VBox();
  private List<ApiKeyModel> keys = List.of();

  public ResultView(
      ResultModel model,
      ResultText text,
      Navigation navigation,
      LinkOpener links,
      List<EnvironmentTab> environmentTabs) {
    this.model = model;
    this.text = text;
    this.navigation = navigation;
    this.links = links;
    header = new PageHeader(text.get("result.title", model.name()), "");
    Page page = new Page(header);
    body = page.body();
    overview.getStyleClass().add("result-overview");
    tabs = new ResultTabs(environmentTabs);
    header.getChildren().add(tabs);
    tabs.chosenProperty().subscribe(this::showTab);
    getChildren().add(page);
    model.stateProperty().subscribe(this::show);
    model
        .answeringProperty()
        .subscribe(
            now -> {
              if (now) {
                tabs.answering();
              }
            });
  }

  /** Comes into view, or leaves it. */
  void setInView(boolean now) {
    if (!now) {
      keys.forEach(ApiKeyModel::hide);
    }
    tabs.setInView(now);
  }

  private void showTab(Optional<EnvironmentTab> tab) {
    Node node = tab.map(EnvironmentTab::node).orElse(overview);
    VBox.setVgrow(node, Priority.ALWAYS);
    body.getChildren().setAll(node);
  }

  private void show(ResultModel.State state) {
    Nodes.show(tabs, state instanceof ResultModel.State.Found && tabs.getChildren().size() > 1);
    switch (state) {
      case ResultModel.State.Loading() ->
          overview.getChildren().setAll(new BusyRow(text.get("result.loading")));
      case ResultModel.State.Gone() ->
          overview
              .getChildren()
              .setAll(
                  failure(
                      new Message(
                          text.get("result.gone.what", model.name()),
                          "",
                          text.get("result.gone.next"))));
      case ResultModel.State.Found(ResultModel.Loaded loaded) -> show(loaded);
    }
  }

  private void show(ResultModel.Loaded loaded) {
    Environment environment = loaded.environment();
    boolean practice = environment.account().filter(AccountText::isPractice).isPresent();
    header.setSubtitle(text.subtitle(environment));
    header.showPractice(practice);
    header.setActions(
        Nodes.button(
            "result-environment",
            text.get("result.environment"),
            Feather.LAYERS,
            () -> navigation.showEnvironment(model.name())),
        destroyButton());
    overview.getChildren().clear();
    keys.forEach(ApiKeyModel::hide);
    keys = model.keys(environment, text);
    loaded
        .endpoint()
        .ifPresentOrElse(
            endpoint -> {
              overview.getChildren().add(hero(environment, endpoint, practice));
              overview.getChildren().addAll(tabs.cards());
              overview.getChildren().add(check());
            },
            () ->
                overview
                    .getChildren()
                    .add(
                        failure(
                            new Message(
                                text.get("result.no-endpoint.what"),
                                "",
                                text.get("result.no-endpoint.next")))));
    overview.getChildren().addAll(new HealthCard(model, text), outputs(environment));
    tabs.show(environment);
  }

  private Button destroyButton() {
    Button destroy =
        Nodes.button(
            "result-destroy",
            text.get("result.destroy"),
            Feather.TRASH_2,
            () -> navigation.startDestroy(model.name()));
    destroy.getStyleClass().addAll("danger", "button-outlined");
    return destroy;
  }

  private static Node failure(Message message) {
    return new FailureCard("result-failure", message, Optional.empty());
  }

  private Node hero(Environment environment, EndpointCheck.Endpoint endpoint, boolean practice) {
    String dnsName = endpoint.target().endpoint().dnsName();
    Optional<String> domainName = environment.domainName();
    String shown = domainName.orElse(dnsName);
    String shownAs = text.get(domainName.isPresent() ? "result.domain" : "result.dns");
    Label caption = Nodes.label(shownAs, "form-label");
    Label name = Nodes.paragraph(shown, "mono", "dns-name");
    name.setId("result-dns");
    caption.setLabelFor(name);
    HBox captions = new HBox(8, caption);
    captions.setAlignment(Pos.CENTER_LEFT);
    if (practice) {
      captions
          .getChildren()
          .addAll(new PracticeTag(), Nodes.label(text.get("result.simulated"), "text-muted"));
    }
    HBox actions = new HBox(8, copyButton(shownAs, shown), openButton(endpoint, practice));
    actions.setAlignment(Pos.CENTER_LEFT);
    KeyValueGrid grid = new KeyValueGrid();
    if (domainName.isPresent()) {
      String own = text.get("result.dns");
      grid.add(own, new CopyRow("result-balancer-dns", own, dnsName));
    }
    grid.add(
        text.get("result.url"), new CopyRow("result-url", text.get("result.url"), endpoint.url()));
    grid.add(
        text.get("result.curl"),
        new CopyRow("result-curl", text.get("result.curl"), endpoint.command()));
    if (endpoint.grpc()) {
      Label needed = Nodes.paragraph(text.get("result.grpcurl"), "text-muted");
      needed.setId("result-grpcurl");
      grid.add("", needed);
    }
    keys.forEach(key -> grid.add(text.get("result.key"), new ApiKeyRow(key, text, navigation)));
    if (!environment.ending().stays()) {
      Label ends = Nodes.paragraph(text.ends(environment));
      ends.setId("result-ends");
      grid.add(text.get("result.ends"), ends);
    }
    VBox hero = new VBox(captions, name, actions, grid);
    hero.getStyleClass().addAll("titled-card", "hero-card");
    return hero;
  }

  private Button copyButton(String title, String name) {
    Button copy = new CopyButton("result-dns-copy", title, text.get("result.dns.copy"), () -> name);
    copy.getStyleClass().remove("flat");
    return copy;
  }

  private Button openButton(EndpointCheck.Endpoint endpoint, boolean practice) {
    Button open =
        Nodes.button(
            "result-open",
            text.get("result.open"),
            Feather.EXTERNAL_LINK,
            () -> links.open(URI.create(endpoint.url())));
    open.getStyleClass().add("small");
    Nodes.show(open, !practice);
    open.setTooltip(new Tooltip(endpoint.url()));
    return open;
  }

  private Node check() {
    Button again =
        Nodes.button(
            "result-check", text.get("result.check-again"), Feather.REFRESH_CW, model::check);
    again.getStyleClass().addAll("small");
    VBox steps = new VBox();
    steps.getStyleClass().add("probe-steps");
    BusyRow busy = new BusyRow(text.get("result.checking"));
    model.checkingProperty().subscribe(now -> Nodes.show(busy, now));
    model
        .probeProperty()
        .subscribe(
            found ->
                found.ifPresent(
                    result -> steps.getChildren().setAll(new ProbeLines(result, text))));
    return new TitledCard(text.get("result.check"), steps, busy).withActions(again);
  }

  private Node outputs(Environment environment) {
    String title = text.get("result.outputs");
    return new TitledCard(
        title,
        environment.outputs().isEmpty()
            ? Nodes.paragraph(text.get("result.outputs.none"), "text-muted")
            : new OutputList("result-output-", UnaryOperator.identity(), KeyValueGrid::add)
                .of(title, environment.outputs()));
  }
}
