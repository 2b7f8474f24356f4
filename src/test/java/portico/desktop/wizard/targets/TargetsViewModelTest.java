package portico.desktop.wizard.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import portico.catalog.CatalogFailure;
import portico.desktop.wizard.form.Problem;
import portico.model.HealthCheckSpec;
import portico.model.InstanceTarget;
import portico.model.IpTarget;
import portico.model.Protocol;
import portico.model.SpecDefaults;
import portico.model.TargetGroupSpec;
import portico.model.TargetType;
import portico.testing.Samples;

class TargetsViewModelTest extends TargetsScene {
  @Test
  void the_defaults_are_complete_and_register_nothing() {
    assertThat(group(entered()))
        .isEqualTo(
            new TargetGroupSpec(
                SpecDefaults.TARGET_GROUP_NAME,
                Protocol.HTTP,
                SpecDefaults.PORT,
                SpecDefaults.HEALTH_CHECK,
                List.of()));
  }

  @Test
  void chosen_instances_become_targets_with_their_own_port_if_they_have_one() {
    TargetsViewModel model = entered();
    first(model).instances().rows().all().get(0).chosenProperty().set(true);
    first(model).instances().rows().all().get(1).chosenProperty().set(true);
    first(model).instances().rows().all().get(0).port().textProperty().set("8001");

    assertThat(group(model).targets())
        .containsExactly(
            new InstanceTarget(FIRST, OptionalInt.of(8001)),
            InstanceTarget.of("i-0a9b8c7d6e5f40312"));
  }

  @Test
  void a_wrong_own_port_counts_only_while_its_instance_is_chosen() {
    TargetsViewModel model = entered();
    first(model).instances().rows().all().getFirst().chosenProperty().set(true);
    first(model).instances().rows().all().getFirst().port().textProperty().set("0");
    assertThat(model.problem().getValue().map(Problem::control))
        .contains("wizard-target-port-" + FIRST);

    first(model).instances().rows().all().getFirst().chosenProperty().set(false);

    assertThat(model.problem().getValue()).isEmpty();
  }

  @Test
  void an_instance_that_does_not_run_cannot_be_chosen_and_says_why() {
    TargetRow stopped = first(entered()).instances().rows().all().getLast();

    assertThat(stopped.selectable().get()).isFalse();
    assertThat(stopped.note().getValue().orElseThrow().text()).contains("running");
  }

  @Test
  void an_instance_outside_the_load_balancers_zones_carries_a_remark() {
    TargetsViewModel model = entered();
    first(model).instances().rows().all().getFirst().chosenProperty().set(true);
    assertThat(first(model).instances().rows().all().getFirst().note().getValue()).isEmpty();

    network.set(Optional.of(networkOf(1, 2)));

    assertThat(
            first(model).instances().rows().all().getFirst().note().getValue().orElseThrow().text())
        .contains("us-west-2a");
    assertThat(first(model).instances().rows().all().getFirst().isChosen()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"'',must not be empty", "0,1 to 65535", "65536,1 to 65535", "http,http is not"})
  void a_wrong_port_is_told_while_typing(String text, String message) {
    TargetsViewModel model = entered();
    first(model).port().textProperty().set(text);

    assertThat(first(model).port().message().getValue()).contains(message);
    assertThat(model.choice().getValue()).isEmpty();
    assertThat(model.problem().getValue().map(Problem::control))
        .contains("wizard-target-group-port");
  }

  @Test
  void the_timeout_is_compared_with_the_interval_as_it_is_typed() {
    TargetsViewModel model = entered();
    first(model).health().timeout().textProperty().set("20");
    assertThat(first(model).health().timeout().message().getValue()).isEmpty();

    first(model).health().interval().textProperty().set("20");

    assertThat(first(model).health().timeout().message().getValue())
        .contains("shorter than the interval");
  }

  @Test
  void the_consequence_counts_interval_times_threshold_and_vanishes_while_a_number_is_wrong() {
    TargetsViewModel model = entered();
    assertThat(first(model).health().consequence().getValue()).contains("noticed after 60 s");

    first(model).health().interval().textProperty().set("10");
    first(model).health().unhealthy().textProperty().set("3");
    assertThat(first(model).health().consequence().getValue()).contains("noticed after 30 s");
    assertThat(first(model).health().consequence().getValue()).contains("after 20 s");

    first(model).health().interval().textProperty().set("1");
    assertThat(first(model).health().consequence().getValue()).isEmpty();
  }

  @Test
  void messages_wait_for_the_first_edit_or_for_being_revealed() {
    TargetsViewModel model = entered();
    first(model).name().prefill("not_allowed");
    assertThat(first(model).name().message().getValue()).isEmpty();

    model.reveal();

    assertThat(first(model).name().message().getValue()).contains("_");
  }

  @Test
  void without_the_list_of_instances_a_new_environment_goes_on_without_targets() {
    fixture.fakes.catalog.failure = Optional.of(new CatalogFailure.Throttled("ec2"));

    TargetsViewModel model = entered();

    assertThat(model.instancesProperty().get().failed()).isPresent();
    assertThat(group(model).targets()).isEmpty();
  }

  @Test
  void without_the_list_of_instances_the_targets_of_an_existing_one_are_not_given_up() {
    fixture.fakes.catalog.failure = Optional.of(new CatalogFailure.Throttled("ec2"));
    TargetsViewModel model = model();
    model.prefill(Samples.spec().targetGroups());

    model.enter();

    assertThat(model.choice().getValue()).isEmpty();
    assertThat(model.problem().getValue().map(Problem::control)).contains("wizard-targets-retry");
  }

  @Test
  void an_environment_being_changed_brings_everything_even_a_second_port_of_an_instance() {
    TargetGroupSpec before =
        new TargetGroupSpec(
            "llama",
            Protocol.HTTPS,
            8443,
            new HealthCheckSpec("/health", 15, 10, 3, 5),
            List.of(
                new InstanceTarget(FIRST, OptionalInt.of(8001)),
                new InstanceTarget(FIRST, OptionalInt.of(8002))));
    TargetsViewModel model = model();
    model.prefill(List.of(before));

    model.enter();

    assertThat(group(model)).isEqualTo(before);
  }

  @Test
  void targets_that_left_the_vpc_are_named() {
    TargetsViewModel model = model();
    model.prefill(
        List.of(
            new TargetGroupSpec(
                "llama",
                Protocol.HTTP,
                80,
                SpecDefaults.HEALTH_CHECK,
                List.of(InstanceTarget.of("i-00000000000000000")))));

    model.enter();

    assertThat(first(model).instances().goneProperty().get())
        .containsExactly("i-00000000000000000");
    assertThat(group(model).targets()).isEmpty();
  }

  @Test
  void reading_again_keeps_what_is_chosen() {
    TargetsViewModel model = entered();
    first(model).instances().rows().all().getFirst().chosenProperty().set(true);
    first(model).instances().rows().all().getFirst().port().textProperty().set("8001");

    model.reload();

    assertThat(group(model).targets())
        .containsExactly(new InstanceTarget(FIRST, OptionalInt.of(8001)));
  }

  @Test
  void the_search_looks_at_every_column() {
    TargetsViewModel model = entered();
    first(model).instances().rows().searchProperty().set("STOPPED");
    assertThat(first(model).instances().rows().visible())
        .extracting(TargetRow::displayName)
        .containsExactly("embedding");
    first(model).instances().rows().searchProperty().set("12xlarge");
    assertThat(first(model).instances().rows().visible()).hasSize(2);
  }

  @Test
  void instances_are_found_by_their_gpu() {
    TargetsViewModel model = entered();
    first(model).instances().rows().searchProperty().set("a10g");

    assertThat(first(model).instances().rows().visible())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.typeText()).matches("g5\\..* \\(NVIDIA A10G\\)"));
  }

  @Test
  void the_chosen_instances_come_with_what_the_account_told_of_them() {
    TargetsViewModel model = entered();
    first(model).instances().rows().all().getFirst().chosenProperty().set(true);

    assertThat(model.choice().getValue().orElseThrow().instances())
        .containsOnlyKeys(FIRST)
        .containsValue(first(model).instances().rows().all().getFirst().instance());
  }

  @Test
  void without_the_list_of_instances_a_group_of_addresses_is_complete() {
    fixture.fakes.catalog.failure = Optional.of(new CatalogFailure.Throttled("ec2"));
    TargetsViewModel model = entered();
    first(model).type().choose(TargetType.IP);
    first(model).addresses().text().textProperty().set("10.0.1.5:8001");

    assertThat(group(model).targets())
        .containsExactly(new IpTarget("10.0.1.5", OptionalInt.of(8001), Optional.empty()));
  }
}
