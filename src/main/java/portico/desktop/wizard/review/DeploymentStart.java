package portico.desktop.wizard.review;

import java.util.Optional;
import portico.operation.OperationFailure;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.StartAnswer;
import portico.service.Services;

/**
 * What came of starting a deployment.
 *
 * @param endNotKept why it is not kept when the environment ends, though the deployment has started
 */
record DeploymentStart(StartAnswer answer, Optional<OperationFailure> endNotKept) {

  /** Starts the deployment, then keeps its end; does I/O. */
  static DeploymentStart of(Services services, PreviewRequest wanted, EndingChoice.Option ends) {
    StartAnswer answer =
        services
            .operations()
            .start(
                OperationKind.DEPLOY,
                wanted.name(),
                wanted.spec(),
                wanted.account(),
                wanted.provider());
    return new DeploymentStart(
        answer,
        answer instanceof StartAnswer.Started(OperationId id)
            ? EndingChoice.keep(ends, services.deadlines(), wanted.name(), id)
            : Optional.empty());
  }
}
