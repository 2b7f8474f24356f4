package portico.desktop.wizard.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import portico.catalog.CatalogFailure;
import portico.catalog.Vpc;
import portico.desktop.fx.InlineBackground;
import portico.desktop.wizard.WizardFixture;
import portico.desktop.wizard.draft.NetworkChoice;
import portico.desktop.wizard.draft.Place;
import portico.desktop.wizard.draft.ServeChoice;
import portico.desktop.wizard.form.Problem;
import portico.model.Algorithm;
import portico.model.HealthCheckSpec;
import portico.model.InstanceTarget;
import portico.model.IpTarget;
import portico.model.LoadBalancerAttributes;
import portico.model.Protocol;
import portico.model.ProtocolVersion;
import portico.model.Scheme;
import portico.model.ServiceSpec;
import portico.model.SpecDefaults;
import portico.model.Stickiness;
import portico.model.TargetGroupAttributes;
import portico.model.TargetGroupSpec;
import portico.model.TargetType;
import portico.testing.Samples;

class TargetsViewModelTest {
  private static final String FIRST = "i-0f1e2d3c4b5a69788";

  private final WizardFixture fixture = new WizardFixture();
  private final ObjectProperty<Optional<NetworkChoice>> network =
      new SimpleObjectProperty<>(Optional.of(networkOf(0, 1)));

  private final ObjectProperty<Optional<ServeChoice>> serve =
      new SimpleObjectProperty<>(Optional.empty());

  private static GroupViewModel first(TargetsViewModel model) {
    return model.groups().getFirst();
  }

  private NetworkChoice networkOf(int first, int second) {
    var catalog = fixture.fakes.catalog;
    Vpc vpc = catalog.vpcs.getFirst();
    return new NetworkChoice(
        new Place(Samples.PRACTICE, "us-west-2"),
        Scheme.INTERNET_FACING,
        vpc,
        List.of(catalog.subnets.get(first), catalog.subnets.get(second)));
  }

  private TargetsViewModel model() {
    return new TargetsViewModel(
        fixture.fakes.catalogs, new InlineBackground(), fixture.texts, network, serve);
  }

  private TargetsViewModel entered() {
    TargetsViewModel model = model();
    model.enter();
    return model;
  }

  private static TargetGroupSpec group(TargetsViewModel model) {
    return model.choice().getValue().orElseThrow().groups().getFirst();
  }

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

  private static ServeChoice preset(String name, int port, Algorithm algorithm) {
    return new ServeChoice(
        name,
        ServiceSpec.OTHER,
        new TargetGroupSpec(
            name.toLowerCase(Locale.ROOT),
            TargetType.INSTANCE,
            Protocol.HTTP,
            ProtocolVersion.HTTP1,
            port,
            new HealthCheckSpec("/" + name, 15, 10, 2, 5),
            new TargetGroupAttributes(600, 0, algorithm, false, new Stickiness.Off()),
            List.of(),
            Map.of()),
        LoadBalancerAttributes.AWS);
  }

  @Test
  void a_preset_fills_the_first_group() {
    TargetsViewModel model = entered();

    serve.set(Optional.of(preset("vllm", 8000, Algorithm.LEAST_OUTSTANDING_REQUESTS)));

    assertThat(group(model)).isEqualTo(serve.get().orElseThrow().targetGroup());
    assertThat(model.follows(first(model))).isTrue();
  }

  @Test
  void another_preset_leaves_alone_what_the_user_has_touched() {
    TargetsViewModel model = entered();
    serve.set(Optional.of(preset("vllm", 8000, Algorithm.LEAST_OUTSTANDING_REQUESTS)));
    first(model).port().textProperty().set("9000");
    first(model).health().path().textProperty().set("/ready");
    first(model).attributes().algorithm().choose(Algorithm.ROUND_ROBIN);
    first(model).instances().rows().all().getFirst().chosenProperty().set(true);

    serve.set(Optional.of(preset("comfyui", 8188, Algorithm.WEIGHTED_RANDOM)));

    TargetGroupSpec now = group(model);
    assertThat(now.port()).isEqualTo(9000);
    assertThat(now.healthCheck().path()).isEqualTo("/ready");
    assertThat(now.attributes().algorithm()).isEqualTo(Algorithm.ROUND_ROBIN);
    assertThat(now.targets()).containsExactly(InstanceTarget.of(FIRST));
    assertThat(now.name()).isEqualTo("comfyui");
    assertThat(now.healthCheck().intervalSeconds()).isEqualTo(15);
  }

  @Test
  void being_shown_the_messages_is_not_the_same_as_touching_a_field() {
    TargetsViewModel model = entered();
    first(model).reveal();

    serve.set(Optional.of(preset("vllm", 8000, Algorithm.ROUND_ROBIN)));

    assertThat(group(model).port()).isEqualTo(8000);
  }

  @Test
  void a_preset_changes_neither_further_groups_nor_an_existing_environment() {
    TargetsViewModel model = entered();
    model.add();
    TargetGroupSpec second = model.choice().getValue().orElseThrow().groups().getLast();
    TargetsViewModel editing = model();
    editing.prefill(Samples.spec().targetGroups());
    editing.enter();

    serve.set(Optional.of(preset("vllm", 8001, Algorithm.ROUND_ROBIN)));

    assertThat(model.choice().getValue().orElseThrow().groups().getLast()).isEqualTo(second);
    assertThat(group(editing)).isEqualTo(Samples.spec().targetGroups().getFirst());
  }

  @Test
  void an_added_group_has_a_free_name_and_is_shown() {
    TargetsViewModel model = entered();
    model.add();
    model.add();

    assertThat(model.groups())
        .extracting(each -> each.name().text())
        .containsExactly("ai-inference-tg", "ai-inference-tg-2", "ai-inference-tg-3");
    assertThat(model.selectedProperty().get()).isEqualTo(model.groups().getLast());
    assertThat(model.choice().getValue()).isPresent();
  }

  @Test
  void a_duplicate_has_all_of_its_model_but_the_name() {
    TargetsViewModel model = entered();
    GroupViewModel original = first(model);
    original.instances().rows().all().getFirst().chosenProperty().set(true);
    original.port().textProperty().set("8000");
    original.name().textProperty().set("a-name-that-is-thirty-two-long-x");

    model.duplicate();

    List<TargetGroupSpec> groups = model.choice().getValue().orElseThrow().groups();
    assertThat(groups.get(1))
        .usingRecursiveComparison()
        .ignoringFields("name")
        .isEqualTo(groups.get(0));
    assertThat(groups.get(1).name()).isEqualTo("a-name-that-is-thirty-two-long-2");
  }

  @Test
  void a_group_can_be_removed_but_not_the_last_one() {
    TargetsViewModel model = entered();
    model.add();
    GroupViewModel second = model.selectedProperty().get();
    model.select(first(model));

    model.remove();
    model.remove();

    assertThat(model.groups()).containsExactly(second);
    assertThat(model.selectedProperty().get()).isEqualTo(second);
    assertThat(model.choice().getValue()).isPresent();
  }

  @Test
  void two_groups_of_one_name_are_both_wrong_until_one_changes() {
    TargetsViewModel model = entered();
    model.add();
    model.groups().getLast().name().textProperty().set("ai-inference-tg");
    assertThat(first(model).problemProperty().get()).isPresent();
    assertThat(model.groups().getLast().problemProperty().get()).isPresent();

    first(model).name().textProperty().set("llama");

    assertThat(model.problem().getValue()).isEmpty();
  }

  @Test
  void the_problem_names_its_group_and_revealing_it_turns_to_that_group() {
    TargetsViewModel model = entered();
    model.add();
    first(model).health().path().textProperty().set("ready");
    assertThat(model.problem().getValue().map(Problem::text).orElseThrow())
        .contains("ai-inference-tg")
        .contains("Path");

    model.reveal();

    assertThat(model.selectedProperty().get()).isEqualTo(first(model));
  }

  @Test
  void the_choice_tells_new_names_of_groups_that_were_there_before() {
    TargetsViewModel model = model();
    TargetGroupSpec before = Samples.spec().targetGroups().getFirst();
    model.prefill(List.of(before));
    model.enter();
    model.add();
    first(model).name().textProperty().set("llama");

    assertThat(model.choice().getValue().orElseThrow().renamed())
        .containsExactly(entry(before.name(), "llama"));
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
