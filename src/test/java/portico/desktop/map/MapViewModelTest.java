package portico.desktop.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import portico.catalog.CatalogFailure;
import portico.catalog.TargetHealth;
import portico.desktop.fx.InlineBackground;
import portico.doctor.Cause;
import portico.doctor.Remedy;
import portico.operation.OperationKind;
import portico.testing.FakeServices;
import portico.testing.ManualBackground;
import portico.testing.Samples;

class MapViewModelTest {
  static final TargetHealth TIMED_OUT =
      new TargetHealth(
          "i-0f1e2d3c4b5a69788", 8000, "unhealthy", "Target.Timeout", "Request timed out");

  private final FakeServices fakes = new FakeServices();
  private final MapViewModel model = new MapViewModel(fakes.services(), new InlineBackground());

  private Examination examination() {
    return model.examinationProperty().get().orElseThrow();
  }

  private void openIll() {
    fakes.catalog.securityGroups.addAll(Samples.closedSecurityGroups());
    fakes.catalog.health.put(Samples.TARGET_GROUP_ARN, List.of(TIMED_OUT));
    model.open(Samples.deployed("llama-staging", Samples.PRACTICE));
  }

  @Test
  void health_is_read_by_the_groups_names_and_diagnosed_from_the_network() {
    openIll();

    assertThat(examination().health()).containsEntry("ai-inference-tg", List.of(TIMED_OUT));
    assertThat(examination().diagnoses().getFirst().findings().getFirst().cause())
        .isEqualTo(new Cause.TargetClosed(List.of("sg-0aa11bb22cc33dd44"), 8000));
  }

  @Test
  void the_network_is_not_read_while_all_is_well_nor_at_every_look() {
    fakes.catalog.health.put(
        Samples.TARGET_GROUP_ARN,
        List.of(new TargetHealth("i-0f1e2d3c4b5a69788", 8000, "healthy", "", "")));
    model.open(Samples.deployed("llama-staging", Samples.PRACTICE));
    assertThat(fakes.catalog.calls).containsExactly("targetHealth");

    fakes.catalog.health.put(Samples.TARGET_GROUP_ARN, List.of(TIMED_OUT));
    model.look();
    long reads = fakes.catalog.calls.stream().filter("instances"::equals).count();
    assertThat(reads).isEqualTo(1);
    model.look();
    model.look();
    assertThat(fakes.catalog.calls.stream().filter("instances"::equals).count()).isLessThan(3);
  }

  @Test
  void what_could_not_be_read_is_told_and_nothing_is_diagnosed() {
    fakes.catalog.failure = Optional.of(new CatalogFailure.Throttled("DescribeTargetHealth"));
    model.open(Samples.deployed("llama-staging", Samples.PRACTICE));

    assertThat(examination().failure()).isPresent();
    assertThat(examination().diagnoses()).isEmpty();
  }

  @Test
  void a_fix_is_a_deployment_of_its_spec() {
    openIll();
    Remedy.Fix fix =
        (Remedy.Fix)
            examination().diagnoses().getFirst().findings().getFirst().remedy().orElseThrow();

    model.apply(fix);

    var started = fakes.operations.started.getFirst();
    assertThat(started.kind()).isEqualTo(OperationKind.DEPLOY);
    assertThat(started.spec().access().targetSecurityGroupIds())
        .containsExactly("sg-0aa11bb22cc33dd44");
    assertThat(model.startedProperty().get()).contains(started.id());
  }

  @Test
  void leaving_closes_the_catalogue_and_drops_a_look_that_is_on_its_way() {
    ManualBackground later = new ManualBackground();
    MapViewModel slow = new MapViewModel(fakes.services(), later);
    slow.open(Samples.deployed("llama-staging", Samples.PRACTICE));
    slow.close();
    later.runAll();

    assertThat(slow.examinationProperty().get()).isEmpty();
    assertThat(fakes.catalog.closed).isTrue();
  }
}
