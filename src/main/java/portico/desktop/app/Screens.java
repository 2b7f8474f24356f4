package portico.desktop.app;

import java.util.Optional;
import portico.model.EnvironmentName;
import portico.operation.OperationId;

/** Makes screens. The frame asks; the wiring answers. */
public interface Screens {
  Screen wizard(Optional<WizardStart> start, Navigation navigation);

  Screen environments(Optional<EnvironmentName> chosen, Navigation navigation);

  Screen operation(OperationId id, Navigation navigation);

  Screen result(EnvironmentName name, Navigation navigation);

  Screen destroy(EnvironmentName name, Navigation navigation);

  Screen leftovers(Navigation navigation);
}
