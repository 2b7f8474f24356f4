package portico.desktop.wizard.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import portico.catalog.Instance;
import portico.desktop.fx.InlineBackground;
import portico.desktop.wizard.WizardFixture;
import portico.desktop.wizard.draft.NetworkChoice;
import portico.desktop.wizard.draft.Place;
import portico.desktop.wizard.draft.ServeChoice;
import portico.model.Scheme;
import portico.model.TargetGroupSpec;
import portico.model.TargetType;
import portico.testing.Samples;

class RoundTripTest {
  private static final int ENVIRONMENTS = 300;

  private final WizardFixture fixture = new WizardFixture();

  private TargetsViewModel model() {
    var catalog = fixture.fakes.catalog;
    return new TargetsViewModel(
        fixture.fakes.catalogs,
        new InlineBackground(),
        fixture.texts,
        new SimpleObjectProperty<>(
            Optional.of(
                new NetworkChoice(
                    new Place(Samples.PRACTICE, "us-west-2"),
                    Scheme.INTERNET_FACING,
                    catalog.vpcs.getFirst(),
                    catalog.subnets))),
        new SimpleObjectProperty<Optional<ServeChoice>>(Optional.empty()));
  }

  private List<String> instanceIds() {
    return fixture.fakes.catalog.instances.getOrDefault(WizardFixture.VPC, List.of()).stream()
        .map(Instance::id)
        .toList();
  }

  @Test
  void whatever_an_environment_has_comes_out_as_it_went_in() {
    for (long seed = 0; seed < ENVIRONMENTS; seed++) {
      List<TargetGroupSpec> before = new RandomGroups(seed, instanceIds()).groups();
      TargetsViewModel model = model();
      model.prefill(before);
      model.enter();

      assertThat(model.problem().getValue()).as("seed %d: %s", seed, before).isEmpty();
      assertThat(model.choice().getValue().orElseThrow().groups())
          .as("seed %d", seed)
          .isEqualTo(before);
    }
  }

  @Test
  void reading_the_instances_again_and_turning_to_another_type_and_back_loses_nothing() {
    for (long seed = 0; seed < ENVIRONMENTS; seed++) {
      List<TargetGroupSpec> before = new RandomGroups(seed, instanceIds()).groups();
      TargetsViewModel model = model();
      model.prefill(before);
      model.enter();

      for (GroupViewModel group : model.groups()) {
        var type = group.type().get();
        for (var other : TargetType.values()) {
          group.type().choose(other);
        }
        group.type().choose(type);
      }
      model.reload();

      assertThat(model.choice().getValue().map(choice -> choice.groups()))
          .as("seed %d", seed)
          .contains(before);
    }
  }
}
