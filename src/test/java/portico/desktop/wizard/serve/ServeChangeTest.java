package portico.desktop.wizard.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import portico.desktop.fx.InlineBackground;
import portico.desktop.wizard.draft.ServeChoice;
import portico.desktop.wizard.form.Texts;
import portico.model.EnvironmentSpec;
import portico.model.LoadBalancerAttributes;
import portico.model.LoadBalancerSpec;
import portico.model.ServiceSpec;
import portico.model.TargetGroupSpec;
import portico.model.TargetType;
import portico.preset.Preset;
import portico.preset.Presets;
import portico.testing.ManualBackground;
import portico.testing.Samples;

/** The step in the wizard for an environment that exists. */
class ServeChangeTest {
  private final Presets presets = Presets.load();
  private final Texts texts = Texts.load();
  private final ServeViewModel model = new ServeViewModel(new InlineBackground(), texts);

  private void choose(String id) {
    model.choose(presets.find(id).orElseThrow());
  }

  private ServeChoice choice() {
    return model.choice().getValue().orElseThrow();
  }

  @Test
  void an_environment_being_changed_keeps_its_own_values_until_another_server_is_chosen() {
    EnvironmentSpec small = Samples.spec();
    EnvironmentSpec before =
        new EnvironmentSpec(
            small.region(),
            new ServiceSpec(
                "vllm",
                OptionalInt.of(75),
                OptionalInt.empty(),
                OptionalInt.of(50),
                OptionalInt.of(90)),
            small.loadBalancer(),
            small.targetGroups(),
            small.listeners(),
            small.access(),
            Map.of());

    model.prefill(before);

    assertThat(choice().service()).isEqualTo(before.service());
    assertThat(choice().targetGroup()).isEqualTo(before.targetGroups().getFirst());
    assertThat(choice().attributes()).isEqualTo(LoadBalancerAttributes.AWS);
    choose("ollama");
    assertThat(choice().targetGroup().port()).isEqualTo(11_434);
    assertThat(choice().attributes().idleTimeoutSeconds()).isEqualTo(600);
  }

  @Test
  void another_server_is_put_into_the_group_that_is_there() {
    EnvironmentSpec before = vllmAlready(ownAttributes());
    TargetGroupSpec group = before.targetGroups().getFirst();
    model.prefill(before);

    choose("ollama");

    assertThat(choice().targetGroup().name()).isEqualTo(group.name());
    assertThat(choice().targetGroup().targets()).isEqualTo(group.targets());
    assertThat(choice().targetGroup().healthCheck())
        .isEqualTo(presets.find("ollama").orElseThrow().health().spec(""));
    assertThat(choice().service().clientTimeoutSeconds()).hasValue(9);
    assertThat(choice().attributes().idleTimeoutSeconds()).isEqualTo(600);
    assertThat(choice().attributes().clientKeepAliveSeconds()).isEqualTo(900);
    assertThat(choice().attributes().deletionProtection()).isTrue();
  }

  @Test
  void choosing_the_environments_own_server_again_brings_its_values_back() {
    EnvironmentSpec before = vllmAlready(ownAttributes());
    model.prefill(before);
    ServeChoice own = choice();
    choose("ollama");
    choose("vllm");

    assertThat(choice()).isEqualTo(own);
    assertThat(own.targetGroup()).isEqualTo(before.targetGroups().getFirst());
    assertThat(own.attributes()).isEqualTo(before.loadBalancer().attributes());
  }

  @Test
  void a_value_that_could_be_better_stays_until_the_user_changes_what_it_depends_on() {
    model.prefill(vllmAlready(ownAttributes()));
    assertThat(choice().attributes().idleTimeoutSeconds()).isEqualTo(75);

    model.silence().textProperty().set("501");

    assertThat(choice().attributes().idleTimeoutSeconds()).isGreaterThan(501);
    assertThat(choice().targetGroup().attributes().deregistrationDelaySeconds()).isGreaterThan(501);
  }

  @Test
  void a_function_stays_what_it_is_whichever_server_is_chosen() {
    EnvironmentSpec before = vllmAlready(ownAttributes());
    TargetGroupSpec group = before.targetGroups().getFirst();
    TargetGroupSpec function =
        new TargetGroupSpec(
            group.name(),
            TargetType.LAMBDA,
            group.protocol(),
            group.protocolVersion(),
            group.port(),
            group.healthCheck(),
            group.attributes(),
            List.of(),
            Map.of());
    model.prefill(
        new EnvironmentSpec(
            before.region(),
            before.service(),
            before.loadBalancer(),
            List.of(function),
            before.listeners(),
            before.access(),
            Map.of()));
    choose("ollama");

    assertThat(choice().targetGroup()).isEqualTo(function);
  }

  @Test
  void what_is_filled_in_before_the_presets_are_read_waits_for_them() {
    ManualBackground background = new ManualBackground();
    ServeViewModel late = new ServeViewModel(background, texts);
    late.prefill(Samples.spec());
    assertThat(late.visible().getValue()).isEmpty();

    background.runAll();

    assertThat(late.presetProperty().get().map(Preset::id)).contains("other");
    assertThat(late.choice().getValue().orElseThrow().targetGroup().port()).isEqualTo(8000);
  }

  private EnvironmentSpec vllmAlready(LoadBalancerAttributes attributes) {
    EnvironmentSpec small = Samples.spec();
    LoadBalancerSpec balancer = small.loadBalancer();
    return new EnvironmentSpec(
        small.region(),
        new ServiceSpec(
            "vllm",
            OptionalInt.of(75),
            OptionalInt.empty(),
            OptionalInt.of(500),
            OptionalInt.of(9)),
        new LoadBalancerSpec(
            balancer.name(),
            balancer.scheme(),
            balancer.ipAddressType(),
            balancer.vpcId(),
            balancer.subnetIds(),
            balancer.securityGroupIds(),
            attributes,
            balancer.webAclArn(),
            balancer.tags()),
        small.targetGroups(),
        small.listeners(),
        small.access(),
        Map.of());
  }

  private static LoadBalancerAttributes ownAttributes() {
    return new LoadBalancerAttributes(
        75, 900, true, true, true, Optional.empty(), Optional.empty());
  }
}
