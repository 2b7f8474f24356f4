package portico.desktop.wizard.targets;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import portico.catalog.Vpc;
import portico.desktop.fx.InlineBackground;
import portico.desktop.wizard.WizardFixture;
import portico.desktop.wizard.draft.NetworkChoice;
import portico.desktop.wizard.draft.Place;
import portico.desktop.wizard.draft.ServeChoice;
import portico.model.Scheme;
import portico.model.TargetGroupSpec;
import portico.testing.Samples;

/** The step of the targets with a network chosen before it. */
abstract class TargetsScene {
  static final String FIRST = "i-0f1e2d3c4b5a69788";
  final WizardFixture fixture = new WizardFixture();
  final ObjectProperty<Optional<NetworkChoice>> network =
      new SimpleObjectProperty<>(Optional.of(networkOf(0, 1)));
  final ObjectProperty<Optional<ServeChoice>> serve = new SimpleObjectProperty<>(Optional.empty());

  static GroupViewModel first(TargetsViewModel model) {
    return model.groups().getFirst();
  }

  NetworkChoice networkOf(int first, int second) {
    var catalog = fixture.fakes.catalog;
    Vpc vpc = catalog.vpcs.getFirst();
    return new NetworkChoice(
        new Place(Samples.PRACTICE, "us-west-2"),
        Scheme.INTERNET_FACING,
        vpc,
        List.of(catalog.subnets.get(first), catalog.subnets.get(second)));
  }

  TargetsViewModel model() {
    return new TargetsViewModel(
        fixture.fakes.catalogs, new InlineBackground(), fixture.texts, network, serve);
  }

  TargetsViewModel entered() {
    TargetsViewModel model = model();
    model.enter();
    return model;
  }

  static TargetGroupSpec group(TargetsViewModel model) {
    return model.choice().getValue().orElseThrow().groups().getFirst();
  }
}
