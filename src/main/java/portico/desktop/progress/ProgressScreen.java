package portico.desktop.progress;

import java.time.Duration;
import javafx.scene.Node;
import portico.desktop.app.Navigation;
import portico.desktop.app.Screen;
import portico.desktop.widget.Ticking;
import portico.operation.OperationKind;

/** Follows an operation while it is in view. */
public final class ProgressScreen implements Screen {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final ProgressModel model;
  private final ProgressView view;
  private final Ticking clock;

  public ProgressScreen(ProgressModel model, ProgressText text, Navigation navigation) {
    this.model = model;
    view = new ProgressView(model, text, navigation);
    clock = new Ticking(SECOND, view::tick);
    model.endProperty().subscribe(end -> end.ifPresent(how -> over(how, navigation)));
  }

  @Override
  public Node node() {
    return view;
  }

  @Override
  public void shown() {
    clock.start();
    model.open();
  }

  @Override
  public void hidden() {
    clock.stop();
    model.close();
  }

  /** Who watched a deployment succeed wants to see the endpoint next. */
  private void over(OperationEnd end, Navigation navigation) {
    clock.stop();
    view.tick();
    if (end instanceof OperationEnd.Succeeded && model.ranWhenOpened()) {
      model
          .requestProperty()
          .get()
          .filter(request -> request.kind() == OperationKind.DEPLOY)
          .ifPresent(request -> navigation.showResult(request.environment()));
    }
  }
}
