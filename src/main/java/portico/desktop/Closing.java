package portico.desktop;

import java.util.List;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import portico.desktop.app.Navigation;
import portico.desktop.fx.Background;
import portico.desktop.widget.Dialogs;
import portico.desktop.widget.Nodes;
import portico.operation.OperationId;
import portico.operation.OperationRecord;
import portico.operation.OperationStatus;
import portico.operation.Operations;
import portico.text.Words;

/**
 * Closing the window ends no operation. While one is at work the user is told so, and may cancel it
 * or stay.
 */
final class Closing {
  /** Operations that run now are among the newest. */
  private static final int LOOKED_AT = 20;

  private final Stage stage;
  private final Navigation navigation;
  private final Operations operations;
  private final Background background;
  private final Words words;
  private boolean asking;

  Closing(
      Stage stage,
      Navigation navigation,
      Operations operations,
      Background background,
      Words words) {
    this.stage = stage;
    this.navigation = navigation;
    this.operations = operations;
    this.background = background;
    this.words = words;
  }

  void install() {
    stage.setOnCloseRequest(this::closeRequested);
  }

  private void closeRequested(WindowEvent event) {
    event.consume();
    if (!asking) {
      asking = true;
      background.run(this::atWork, this::closeOrAsk);
    }
  }

  private List<OperationRecord> atWork() {
    return operations.recent(LOOKED_AT).stream()
        .filter(each -> each.status() instanceof OperationStatus.Running)
        .filter(each -> each.request().kind().changesState())
        .toList();
  }

  private void closeOrAsk(List<OperationRecord> running) {
    if (running.isEmpty()) {
      stage.hide();
      return;
    }
    OperationRecord first = running.getFirst();
    Label text = Nodes.paragraph(describe(running, first));
    text.setId("close-text");
    Dialogs.ask(
        stage,
        words.get("close.title"),
        text,
        List.of(
            new Dialogs.Choice(
                "close-go-on", words.get("close.go-on"), ButtonData.OK_DONE, stage::hide),
            new Dialogs.Choice(
                "close-cancel",
                words.get("close.cancel"),
                ButtonData.LEFT,
                () -> cancel(first.request().id())),
            new Dialogs.Choice(
                "close-stay",
                words.get("close.stay"),
                ButtonData.CANCEL_CLOSE,
                () -> asking = false)));
  }

  private String describe(List<OperationRecord> running, OperationRecord first) {
    return running.size() == 1
        ? words.get(
            "close.one",
            words.get("kind." + first.request().kind().name()),
            first.request().environment())
        : words.get("close.many", running.size());
  }

  /** Cancelling takes a while, so the window stays and shows it. */
  private void cancel(OperationId id) {
    asking = false;
    background.run(
        () -> {
          operations.cancel(id);
          return id;
        },
        navigation::showOperation);
  }
}
