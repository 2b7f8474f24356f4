package portico.desktop.wizard;

import java.util.Optional;
import portico.desktop.app.WizardStart;
import portico.desktop.fx.InlineBackground;
import portico.model.EnvironmentSpec;
import portico.testing.Samples;

/** A wizard whose steps are filled in. */
abstract class WizardScene {
  final WizardFixture fixture = new WizardFixture();

  WizardViewModel atReview() {
    WizardViewModel wizard = fixture.wizard();
    for (int step = 0; step < 6; step++) {
      wizard.next();
    }
    return wizard;
  }

  WizardViewModel changing(EnvironmentSpec spec) {
    fixture.fakes.environments.put(Samples.deployed(Samples.NAME.value(), Samples.PRACTICE));
    return fixture.wizard(
        new InlineBackground(),
        Optional.of(new WizardStart.Change(Samples.NAME, spec, Samples.PRACTICE)));
  }
}
