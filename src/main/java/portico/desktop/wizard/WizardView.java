package portico.desktop.wizard;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.widget.Dialogs;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.Page;
import portico.desktop.widget.PageHeader;
import portico.desktop.wizard.access.AccessView;
import portico.desktop.wizard.account.AccountKind;
import portico.desktop.wizard.account.AccountView;
import portico.desktop.wizard.draft.StepId;
import portico.desktop.wizard.form.Problem;
import portico.desktop.wizard.form.Texts;
import portico.desktop.wizard.network.NetworkView;
import portico.desktop.wizard.review.PreflightIndicator;
import portico.desktop.wizard.review.ReviewView;
import portico.desktop.wizard.routing.RoutingView;
import portico.desktop.wizard.serve.ServeView;
import portico.desktop.wizard.settings.SettingsView;
import portico.desktop.wizard.takeover.TakeoverNotes;
import portico.desktop.wizard.takeover.TakeoverView;
import portico.desktop.wizard.targets.TargetsView;
import portico.desktop.wizard.view.FollowFocus;

/** The wizard on the screen: the steps' names, the shown step, and the bar to go on with. */
public final class WizardView extends BorderPane {
  /** Style class of the control that a step begins with, if that is not its very first. */
  private static final String FIRST_FIELD = "first-field";

  private final WizardViewModel model;
  private final Texts texts;
  private final Map<StepId, Node> steps = new EnumMap<>(StepId.class);
  private final Optional<TakeoverNotes> notes;
  private final Page page;
  private final ScrollPane scroll;

  public WizardView(WizardViewModel model) {
    this.model = model;
    texts = model.texts();
    steps.put(StepId.SERVE, new ServeView(model.serve(), texts));
    AccountView account = new AccountView(model.account(), texts);
    account.getChildren().add(new TakeoverView(model.takeover(), texts));
    steps.put(StepId.ACCOUNT, account);
    notes = model.twin().map(twin -> new TakeoverNotes(twin.found(), texts));
    steps.put(StepId.NETWORK, new NetworkView(model.network(), texts));
    steps.put(StepId.TARGETS, new TargetsView(model.targets(), texts));
    steps.put(StepId.ROUTING, new RoutingView(model.routing(), texts));
    steps.put(StepId.ACCESS, new AccessView(model.access(), texts));
    steps.put(StepId.SETTINGS, new SettingsView(model.settings(), texts));
    steps.put(StepId.REVIEW, new ReviewView(model.review(), texts, model::edit));
    page = new Page(header());
    page.setFooter(footer());
    scroll = (ScrollPane) page.getCenter();
    FollowFocus.in(scroll);
    getStylesheets()
        .add(
            Optional.ofNullable(WizardView.class.getResource("wizard.css"))
                .orElseThrow()
                .toExternalForm());
    getStyleClass().add("wizard");
    setCenter(page);
    model.stepProperty().subscribe(this::show);
    model.stepProperty().addListener((observed, before, now) -> focusFirst());
  }

  private PageHeader header() {
    PageHeader header =
        new PageHeader(
            model
                .existing()
                .map(change -> texts.get("title.edit", change.name()))
                .or(
                    () ->
                        model
                            .twin()
                            .map(twin -> texts.get("title.twin", twin.found().balancer().name())))
                .orElseGet(() -> texts.get("title.new")),
            "");
    Button startOver =
        Nodes.button(
            "wizard-start-over", texts.get("start-over"), Feather.ROTATE_CCW, this::askToStartOver);
    startOver.setAccessibleHelp(texts.get("start-over.help"));
    startOver.getStyleClass().add("flat");
    header.setActions(startOver);
    header.getChildren().add(new StepsBar(model, texts));
    model
        .account()
        .kindProperty()
        .subscribe(kind -> header.showPractice(kind == AccountKind.PRACTICE));
    return header;
  }

  private void askToStartOver() {
    Dialogs.ask(
        getScene().getWindow(),
        texts.get("start-over.title"),
        Nodes.paragraph(texts.get("start-over.text")),
        List.of(
            new Dialogs.Choice(
                "wizard-start-over-yes",
                texts.get("start-over.yes"),
                ButtonData.OK_DONE,
                model::startOver),
            new Dialogs.Choice(
                "wizard-start-over-no",
                texts.get("start-over.no"),
                ButtonData.CANCEL_CLOSE,
                () -> {})));
  }

  private HBox footer() {
    Button back = Nodes.button("wizard-back", texts.get("back"), Feather.ARROW_LEFT, model::back);
    back.disableProperty().bind(model.stepProperty().isEqualTo(StepId.FIRST));
    Hyperlink hint = hint();
    HBox.setHgrow(hint, Priority.ALWAYS);
    HBox bar = new HBox(back, hint, Nodes.spacer(), checks(), next(), deploy());
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  private Button checks() {
    return new PreflightIndicator(model.preflight(), texts, model::canGoTo, model::goTo);
  }

  private Button next() {
    Button next = Nodes.button("wizard-next", texts.get("next"), Feather.ARROW_RIGHT, model::next);
    next.getStyleClass().add("accent");
    next.setContentDisplay(ContentDisplay.RIGHT);
    next.setDefaultButton(true);
    model.problem().subscribe(problem -> next.setDisable(problem.isPresent()));
    model.stepProperty().subscribe(step -> Nodes.show(next, step != StepId.REVIEW));
    return next;
  }

  private Button deploy() {
    Button deploy =
        Nodes.button(
            "wizard-deploy", texts.get("deploy"), Feather.UPLOAD_CLOUD, model.review()::deploy);
    deploy.getStyleClass().add("accent");
    model.review().problem().subscribe(problem -> deploy.setDisable(problem.isPresent()));
    model.stepProperty().subscribe(step -> Nodes.show(deploy, step == StepId.REVIEW));
    return deploy;
  }

  /** Says why Next or Deploy cannot be pressed, and leads to where that is mended. */
  private Hyperlink hint() {
    Hyperlink hint = new Hyperlink();
    hint.setId("wizard-problem");
    hint.setWrapText(true);
    hint.setMinHeight(USE_PREF_SIZE);
    hint.setGraphic(Nodes.icon(Feather.INFO));
    hint.setOnAction(event -> goToProblem());
    model
        .problem()
        .subscribe(
            problem -> {
              hint.setText(problem.map(Problem::text).orElse(""));
              hint.setAccessibleText(
                  problem.map(each -> texts.get("problem.accessible", each.text())).orElse(""));
              Nodes.show(hint, problem.isPresent());
            });
    return hint;
  }

  private void goToProblem() {
    model.next();
    model.problem().getValue().map(Problem::control).ifPresent(this::focus);
  }

  private void focus(String id) {
    Node control = lookup("#" + id);
    if (control == null) {
      return;
    }
    for (Node each = control; each != null; each = each.getParent()) {
      if (each instanceof TitledPane pane) {
        pane.setExpanded(true);
      }
    }
    control.requestFocus();
  }

  private void show(StepId step) {
    Node node = Optional.ofNullable(steps.get(step)).orElseThrow();
    page.body().getChildren().setAll(node);
    if (step == StepId.FIRST || step == StepId.REVIEW) {
      notes.ifPresent(each -> page.body().getChildren().addFirst(each));
    }
    node.setId("wizard-page-" + step.name().toLowerCase(Locale.ROOT));
    scroll.setVvalue(0);
  }

  /**
   * Whoever uses the keyboard goes on in the new step, not on a button that is gone: where the step
   * says, or at its beginning.
   */
  private void focusFirst() {
    Node first = page.body().lookup("." + FIRST_FIELD);
    if (first != null) {
      first.requestFocus();
    } else {
      page.body().requestFocus();
      page.body().requestFocusTraversal(TraversalDirection.NEXT);
    }
  }
}
