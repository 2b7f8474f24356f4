package portico.desktop.environments;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.app.Navigation;
import portico.desktop.widget.Nodes;
import portico.environment.Environment;
import portico.environment.EnvironmentState;
import portico.operation.OperationId;

/** The buttons that a view of one environment offers; built once, so that they keep the focus. */
final class EnvironmentActions extends FlowPane {
  private final Button endpoint;
  private final Button follow;
  private final Button deploy;
  private final Button edit;
  private final Button refresh;
  private final Button destroy;
  private final Button forget;
  private final EnvironmentsText text;

  EnvironmentActions(EnvironmentsModel model, EnvironmentsText text, Navigation navigation) {
    this.text = text;
    getStyleClass().add("detail-actions");
    endpoint =
        action(
            model,
            "environment-endpoint",
            "environments.endpoint",
            Feather.GLOBE,
            each -> navigation.showResult(each.name()));
    endpoint.getStyleClass().add("accent");
    follow =
        action(
            model,
            "environment-follow",
            "environments.follow",
            Feather.ACTIVITY,
            each -> running(each).ifPresent(navigation::showOperation));
    follow.getStyleClass().add("accent");
    deploy =
        action(
            model,
            "environment-deploy",
            "environments.deploy",
            Feather.ROTATE_CW,
            each -> model.deployAgain(navigation::showOperation));
    edit =
        action(
            model,
            "environment-edit",
            "environments.edit",
            Feather.EDIT_2,
            each ->
                navigation.startWizardFrom(
                    each.name(), each.spec().orElseThrow(), each.account().orElseThrow()));
    refresh =
        action(
            model,
            "environment-refresh",
            "environments.compare",
            Feather.REFRESH_CW,
            each -> model.compare(navigation::showOperation));
    destroy =
        action(
            model,
            "environment-destroy",
            "environments.destroy",
            Feather.TRASH_2,
            each -> navigation.startDestroy(each.name()));
    destroy.getStyleClass().addAll("danger", "button-outlined");
    forget =
        action(
            model, "environment-forget", "environments.forget", Feather.X, each -> model.forget());
    getChildren().addAll(endpoint, follow, deploy, edit, refresh, destroy, forget);
  }

  private Button action(
      EnvironmentsModel model, String id, String key, Feather icon, Consumer<Environment> action) {
    Button button =
        Nodes.button(id, text.get(key), icon, () -> model.chosenProperty().get().ifPresent(action));
    button.getStyleClass().add("small");
    return button;
  }

  private static Optional<OperationId> running(Environment environment) {
    return environment.state() instanceof EnvironmentState.Working(var operation, var kind)
        ? Optional.of(operation)
        : Optional.empty();
  }

  void show(Environment environment) {
    boolean canDeploy = EnvironmentsModel.canDeploy(environment);
    boolean incomplete = environment.state() instanceof EnvironmentState.Incomplete;
    boolean empty = environment.state() instanceof EnvironmentState.Empty;
    Nodes.show(endpoint, environment.dnsName().isPresent() && !empty);
    Nodes.show(follow, running(environment).isPresent());
    deploy.setText(text.get(incomplete ? "environments.repair" : "environments.deploy"));
    Nodes.show(deploy, canDeploy);
    Nodes.show(edit, canDeploy);
    Nodes.show(refresh, EnvironmentsModel.canDestroy(environment));
    Nodes.show(destroy, EnvironmentsModel.canDestroy(environment));
    Nodes.show(forget, empty);
  }
}
