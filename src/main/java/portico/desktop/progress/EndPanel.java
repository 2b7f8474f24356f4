package portico.desktop.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.app.Navigation;
import portico.desktop.widget.FailureCard;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.Tone;
import portico.operation.OperationKind;
import portico.operation.OperationRequest;
import portico.text.Message;

/** How it ended and where to go from there. */
final class EndPanel extends VBox {
  private final ProgressModel model;
  private final ProgressText text;
  private final Navigation navigation;

  EndPanel(ProgressModel model, ProgressText text, Navigation navigation) {
    this.model = model;
    this.text = text;
    this.navigation = navigation;
    getStyleClass().add("end-panel");
    model.endProperty().subscribe(this::rebuild);
    model.refusalProperty().subscribe(this::rebuild);
    model.requestProperty().subscribe(this::rebuild);
    rebuild();
  }

  private void rebuild() {
    List<Node> cards = new ArrayList<>();
    model
        .refusalProperty()
        .get()
        .ifPresent(
            message -> cards.add(new FailureCard("progress-refusal", message, Optional.empty())));
    model
        .endProperty()
        .get()
        .ifPresent(
            end ->
                model.requestProperty().get().ifPresent(request -> cards.add(card(end, request))));
    getChildren().setAll(cards);
    Nodes.show(this, !cards.isEmpty());
  }

  private Node card(OperationEnd end, OperationRequest request) {
    return switch (end) {
      case OperationEnd.Succeeded succeeded -> success(succeeded, request);
      case OperationEnd.Failed(Message message, String details) -> {
        FailureCard card = new FailureCard("progress-failure", message, details, Optional.empty());
        card.addActions(nextSteps(request).toArray(Node[]::new));
        yield card;
      }
      case OperationEnd.Stopped(Message message) -> {
        FailureCard card = new FailureCard("progress-failure", message, Optional.empty());
        card.getStyleClass().remove(Tone.DANGER.styleClass());
        card.getStyleClass().add(Tone.WARNING.styleClass());
        card.addActions(nextSteps(request).toArray(Node[]::new));
        yield card;
      }
    };
  }

  private Node success(OperationEnd.Succeeded end, OperationRequest request) {
    Label what = Nodes.paragraph(text.success(end, request.kind()), "failure-what");
    what.setId("progress-success");
    what.setGraphic(Nodes.icon(Feather.CHECK_CIRCLE));
    HBox actions = new HBox();
    actions.getStyleClass().add("card-actions");
    actions.setAlignment(Pos.CENTER_LEFT);
    switch (request.kind()) {
      case DEPLOY, REFRESH -> {
        Button endpoint =
            Nodes.button(
                "progress-endpoint",
                text.get("progress.endpoint"),
                Feather.GLOBE,
                () -> navigation.showResult(request.environment()));
        endpoint.getStyleClass().add("accent");
        actions.getChildren().add(endpoint);
      }
      case REFRESH_PREVIEW -> {
        if (end.changed()) {
          actions.getChildren().add(follow("progress.refresh", OperationKind.REFRESH));
        }
      }
      case PREVIEW, DESTROY_PREVIEW -> {}
      case DESTROY -> {}
    }
    if (request.kind() == OperationKind.REFRESH && end.changed()) {
      actions.getChildren().add(follow("progress.redeploy", OperationKind.DEPLOY));
    }
    actions
        .getChildren()
        .add(
            request.kind() == OperationKind.DESTROY
                ? showEnvironments()
                : showEnvironment(request));
    VBox card = new VBox(what, actions);
    card.getStyleClass().addAll("failure-card", Tone.SUCCESS.styleClass());
    return card;
  }

  private Button follow(String key, OperationKind kind) {
    return Nodes.button(
        key.replace('.', '-'),
        text.get(key),
        Feather.ROTATE_CW,
        () -> model.start(kind, navigation::showOperation));
  }

  private List<Button> nextSteps(OperationRequest request) {
    List<Button> buttons = new ArrayList<>();
    Button again =
        Nodes.button(
            "progress-again",
            text.get("progress.again." + request.kind().name()),
            Feather.ROTATE_CW,
            () -> model.startAgain(navigation::showOperation));
    again.getStyleClass().add("accent");
    buttons.add(again);
    if (request.kind() == OperationKind.DEPLOY) {
      buttons.add(
          Nodes.button(
              "progress-destroy",
              text.get("progress.destroy"),
              Feather.TRASH_2,
              () -> navigation.startDestroy(request.environment())));
      buttons.add(
          Nodes.button(
              "progress-wizard",
              text.get("progress.wizard"),
              Feather.EDIT_2,
              () ->
                  navigation.startWizardFrom(
                      request.environment(), request.spec(), request.account())));
    } else {
      buttons.add(showEnvironment(request));
    }
    return buttons;
  }

  /** What was destroyed cannot be shown any more. */
  private Button showEnvironments() {
    return Nodes.button(
        "progress-environments",
        text.get("progress.environments"),
        Feather.LAYERS,
        navigation::showEnvironments);
  }

  private Button showEnvironment(OperationRequest request) {
    return Nodes.button(
        "progress-environment",
        text.get("progress.environment"),
        Feather.LAYERS,
        () -> navigation.showEnvironment(request.environment()));
  }
}
