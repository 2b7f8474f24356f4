package portico.desktop.result;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.app.EnvironmentTab;
import portico.desktop.app.LinkOpener;
import portico.desktop.app.Navigation;
import portico.desktop.text.AccountText;
import portico.desktop.widget.BusyRow;
import portico.desktop.widget.FailureCard;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.Page;
import portico.desktop.widget.PageHeader;
import portico.environment.Environment;
import portico.text.Message;

/** A deployed environment: its endpoint first, and one page for each further view of it. */
public final class ResultView extends BorderPane {
  private final ResultModel model;
  private final ResultText text;
  private final Navigation navigation;
  private final PageHeader header;
  private final EndpointView endpoint;
  private final ResultTabs tabs;

  /**
   * @param further shown beside the endpoint, in this order
   */
  public ResultView(
      ResultModel model,
      ResultText text,
      Navigation navigation,
      LinkOpener links,
      List<EnvironmentTab> further) {
    this.model = model;
    this.text = text;
    this.navigation = navigation;
    header = new PageHeader(text.get("result.title", model.name()), "");
    endpoint = new EndpointView(model, text, links);
    tabs = new ResultTabs(text.get("result.tabs"), text.get("result.endpoint"), endpoint, further);
    getStyleClass().add("page");
    setTop(header);
    model.stateProperty().subscribe(this::show);
  }

  /** No page is in view any more. */
  void hidden() {
    tabs.hidden();
  }

  private void show(ResultModel.State state) {
    switch (state) {
      case ResultModel.State.Loading() -> setCenter(alone(new BusyRow(text.get("result.loading"))));
      case ResultModel.State.Gone() ->
          setCenter(
              alone(
                  failure(
                      new Message(
                          text.get("result.gone.what", model.name()),
                          "",
                          text.get("result.gone.next")))));
      case ResultModel.State.Found(ResultModel.Loaded loaded) -> show(loaded);
    }
  }

  private void show(ResultModel.Loaded loaded) {
    Environment environment = loaded.environment();
    header.setSubtitle(text.subtitle(environment));
    header.showPractice(environment.account().filter(AccountText::isPractice).isPresent());
    header.setActions(
        Nodes.button(
            "result-environment",
            text.get("result.environment"),
            Feather.LAYERS,
            () -> navigation.showEnvironment(model.name())),
        destroyButton());
    endpoint.show(loaded);
    setCenter(tabs);
    tabs.show(environment);
  }

  private static Node alone(Node content) {
    VBox body = Page.newBody();
    body.getChildren().add(content);
    return body;
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

  static Node failure(Message message) {
    return new FailureCard("result-failure", message, Optional.empty());
  }
}
