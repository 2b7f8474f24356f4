package portico.desktop.wizard.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import portico.desktop.wizard.draft.ServeChoice;
import portico.desktop.wizard.form.Problem;
import portico.model.Algorithm;
import portico.model.HealthCheckSpec;
import portico.model.InstanceTarget;
import portico.model.LoadBalancerAttributes;
import portico.model.Protocol;
import portico.model.ProtocolVersion;
import portico.model.ServiceSpec;
import portico.model.Stickiness;
import portico.model.TargetGroupAttributes;
import portico.model.TargetGroupSpec;
import portico.model.TargetType;
import portico.testing.Samples;

/** Several target groups, and what a preset fills into the first. */
class TargetGroupListTest extends TargetsScene {
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
  void a_preset_changes_no_further_groups() {
    TargetsViewModel model = entered();
    model.add();
    TargetGroupSpec second = model.choice().getValue().orElseThrow().groups().getLast();

    serve.set(Optional.of(preset("vllm", 8001, Algorithm.ROUND_ROBIN)));

    assertThat(model.choice().getValue().orElseThrow().groups().getLast()).isEqualTo(second);
  }

  @Test
  void an_existing_group_follows_only_when_another_server_is_chosen_and_keeps_its_targets() {
    TargetGroupSpec before = Samples.spec().targetGroups().getFirst();
    TargetsViewModel editing = model();
    editing.prefill(Samples.spec().targetGroups());
    editing.enter();
    serve.set(
        Optional.of(
            new ServeChoice("vLLM", ServiceSpec.OTHER, before, LoadBalancerAttributes.AWS)));
    assertThat(group(editing)).isEqualTo(before);
    assertThat(editing.follows(first(editing))).isFalse();

    serve.set(Optional.of(preset(before.name(), 8001, Algorithm.ROUND_ROBIN)));

    assertThat(editing.choice().getValue().orElseThrow().groups()).hasSize(1);
    assertThat(group(editing).name()).isEqualTo(before.name());
    assertThat(group(editing).port()).isEqualTo(8001);
    assertThat(group(editing).targets()).isEqualTo(before.targets());
    assertThat(editing.follows(first(editing))).isTrue();
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
}
