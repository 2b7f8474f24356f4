package portico.desktop.app;

import java.util.Optional;
import portico.desktop.fx.Background;
import portico.service.Services;

/** Makes the wizard's screen; how the wizard is plugged into the desktop. */
public interface WizardFactory {
  /**
   * A wizard.
   *
   * @param start what it begins with; empty for an empty one
   */
  Screen create(
      Services services,
      Background background,
      Navigation navigation,
      LinkOpener links,
      Optional<WizardStart> start);
}
