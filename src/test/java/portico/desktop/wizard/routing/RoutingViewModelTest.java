package portico.desktop.wizard.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import portico.desktop.wizard.form.Texts;
import portico.model.ActionSpec;
import portico.model.ConditionSpec;
import portico.model.EnvironmentSpec;
import portico.model.ListenerRuleSpec;
import portico.model.ListenerSpec;
import portico.model.Protocol;
import portico.model.SpecDefaults;
import portico.model.TargetGroupSpec;
import portico.model.WeightedTargetGroup;

class RoutingViewModelTest extends RoutingScene {
  @Test
  void whoever_touches_nothing_gets_one_http_listener_for_the_first_group() {
    assertThat(listeners(model()))
        .containsExactly(
            new ListenerSpec(
                SpecDefaults.LISTENER_NAME, Protocol.HTTP, 80, SpecDefaults.TARGET_GROUP_NAME));
    assertThat(catalog.calls).isEmpty();
  }

  @Test
  void random_listeners_come_out_as_they_went_in() {
    groups.set(groups(RandomListeners.GROUPS.toArray(String[]::new)));
    catalog.certificates.addAll(RoutingSamples.certificates());
    for (int seed = 0; seed < 300; seed++) {
      List<ListenerSpec> given = new RandomListeners(seed).next();
      RoutingViewModel model = model();

      model.prefill(given);
      model.enter();

      assertThat(model.problem().getValue()).as("seed %d: %s", seed, given).isEmpty();
      assertThat(listeners(model)).as("seed %d", seed).isEqualTo(given);
    }
  }

  @Test
  void rules_come_out_by_their_priorities() {
    ListenerRuleSpec late = rule(30, "/late");
    ListenerRuleSpec early = rule(7, "/early");
    RoutingViewModel model = model();

    model.prefill(
        List.of(
            new ListenerSpec(
                "a",
                Protocol.HTTP,
                80,
                Optional.empty(),
                ActionSpec.Forward.to("ai-inference-tg"),
                List.of(late, early))));

    assertThat(listeners(model).getFirst().rules()).containsExactly(early, late);
    assertThat(first(model).routes().rules().ownNumbersProperty().get()).isTrue();
  }

  private static ListenerRuleSpec rule(int priority, String path) {
    return new ListenerRuleSpec(
        "",
        priority,
        List.of(new ConditionSpec.PathPattern(List.of(path))),
        ActionSpec.Forward.to("ai-inference-tg"));
  }

  @Test
  void one_tick_makes_https_and_redirects_http_to_it_and_undoes_it() {
    catalog.certificates.add(RoutingSamples.certificates().get(1));
    RoutingViewModel model = withRules("/v1/*");
    List<ListenerSpec> before = listeners(model);

    model.useHttps(true);

    assertThat(model.httpsOn().get()).isTrue();
    List<ListenerSpec> now = listeners(model);
    assertThat(now).extracting(ListenerSpec::port).containsExactly(443, 80);
    assertThat(now.getFirst().rules()).isEqualTo(before.getFirst().rules());
    assertThat(now.getFirst().tls().orElseThrow().certificateArn())
        .isEqualTo(RoutingSamples.API_CERTIFICATE);
    assertThat(now.getFirst().tls().orElseThrow().policy()).isEqualTo(TlsOffer.RECOMMENDED_POLICY);
    assertThat(now.getLast())
        .isEqualTo(
            new ListenerSpec(
                SpecDefaults.LISTENER_NAME,
                Protocol.HTTP,
                80,
                Optional.empty(),
                ActionSpec.Redirect.toHttps(443),
                List.of()));

    model.useHttps(false);

    assertThat(listeners(model)).isEqualTo(before);
    model.useHttps(true);
    assertThat(listeners(model)).isEqualTo(now);
  }

  @Test
  void without_an_issued_certificate_https_is_a_problem_that_names_the_listener() {
    catalog.certificates.add(RoutingSamples.certificates().getFirst());
    RoutingViewModel model = model();

    model.useHttps(true);

    assertThat(problem(model)).isEqualTo("HTTPS on port 443: Choose a certificate.");
    CertificateRow row = first(model).tls().rows().getFirst();
    assertThat(row.obstacle()).contains("PENDING_VALIDATION");
    assertThat(row.selectable().get()).isFalse();
  }

  @Test
  void a_certificate_that_expires_soon_is_marked_and_one_that_has_expired_is_of_no_use() {
    catalog.certificates.addAll(RoutingSamples.certificates());
    RoutingViewModel model = model();
    model.useHttps(true);

    assertThat(first(model).tls().rows())
        .extracting(row -> row.certificate().domain(), CertificateRow::expiresSoon)
        .startsWith(
            org.assertj.core.groups.Tuple.tuple("api.example.com", false),
            org.assertj.core.groups.Tuple.tuple("models.example.org", true));
    assertThat(first(model).tls().rows())
        .extracting(CertificateRow::isUsable)
        .containsExactly(true, true, false, false);
    first(model).tls().rows().get(1).chosenProperty().set(true);
    first(model).tls().rows().get(0).chosenProperty().set(true);
    first(model).tls().makeDefault(RoutingSamples.API_CERTIFICATE);
    assertThat(listeners(model).getFirst().tls().orElseThrow().furtherCertificateArns())
        .containsExactly(RoutingSamples.OLD_CERTIFICATE);
  }

  @Test
  void an_existing_pair_of_listeners_shows_the_tick_set() {
    groups.set(groups("vllm", "vllm-new", "embedding"));
    EnvironmentSpec rich = RoutingSamples.rich();
    RoutingViewModel model = model();

    model.prefill(rich.listeners());

    assertThat(model.httpsOn().get()).isTrue();
  }

  @Test
  void a_renamed_group_is_followed_and_a_removed_one_can_be_replaced_at_once() {
    groups.set(groups("vllm", "embedding"));
    RoutingViewModel model = withRules("/embed");
    first(model)
        .routes()
        .rules()
        .rules()
        .getFirst()
        .action()
        .prefill(ActionSpec.Forward.to("embedding"));
    groups.set(groups("llama", "embedding"));
    assertThat(listeners(model).getFirst().targetGroups()).containsExactly("llama", "embedding");

    groups.set(List.of());
    assertThat(model.gone().getValue()).isEmpty();
    groups.set(groups("llama"));

    assertThat(model.gone().getValue()).containsExactly("embedding");
    assertThat(model.choice().getValue()).isEmpty();
    assertThat(problem(model)).contains("HTTP on port 80", "rule 10", "\"embedding\"");
    model.replace("embedding", model.replacement());
    assertThat(model.gone().getValue()).isEmpty();
    assertThat(listeners(model).getFirst().targetGroups()).containsExactly("llama");
  }

  @Test
  void a_field_is_judged_while_it_is_typed_and_the_problem_names_listener_and_rule() {
    RoutingViewModel model = withRules("/a", "/b c");

    RuleForm rule = first(model).routes().rules().rules().getLast();

    assertThat(rule.conditions().getFirst().values().getFirst().value().message().getValue())
        .isNotEmpty();
    assertThat(problem(model)).startsWith("HTTP on port 80: rule 20: ");
    assertThat(model.choice().getValue()).isEmpty();
    value(rule, "/b");
    assertThat(model.choice().getValue()).isPresent();
  }

  @Test
  void what_only_the_whole_listener_breaks_is_a_problem_too() {
    groups.set(
        List.of(
            new TargetGroupSpec(
                "ai-inference-tg",
                portico.model.TargetType.INSTANCE,
                Protocol.HTTP,
                portico.model.ProtocolVersion.GRPC,
                8000,
                SpecDefaults.HEALTH_CHECK,
                portico.model.TargetGroupAttributes.AWS,
                List.of(),
                java.util.Map.of())));

    assertThat(problem(model())).startsWith("HTTP on port 80: ").contains("ai-inference-tg");
  }

  @Test
  void two_listeners_differ_in_name_and_port() {
    RoutingViewModel model = model();
    ListenerForm second = model.addListener();
    assertThat(listeners(model)).extracting(ListenerSpec::port).containsExactly(80, 8080);

    second.port().textProperty().set("80");
    assertThat(second.port().message().getValue()).contains("80");
    first(model).port().textProperty().set("81");
    assertThat(problem(model)).isEmpty();
    model.removeListener(first(model));
    model.removeListener(second);
    assertThat(model.listeners()).containsExactly(second);
  }

  @Test
  void weights_are_shown_in_percent() {
    groups.set(groups("vllm", "vllm-new"));
    RoutingViewModel model = model();
    ForwardForm forward = first(model).routes().defaultAction().forward();
    forward.add();
    forward.shares().getFirst().weight().textProperty().set("90");
    forward.shares().getLast().weight().textProperty().set("10");
    forward.stickyProperty().set(true);

    assertThat(forward.shares()).extracting(forward::percent).containsExactly("90", "10");
    assertThat(ForwardForm.percent(1, 3)).isEqualTo("33.3");
    assertThat(ForwardForm.percent(0, 0)).isEqualTo("0");
    assertThat(listeners(model).getFirst().defaultAction())
        .isEqualTo(
            new ActionSpec.Forward(
                List.of(
                    new WeightedTargetGroup("vllm", 90), new WeightedTargetGroup("vllm-new", 10)),
                OptionalInt.of(3600)));
    assertThat(new RoutingText(Texts.load()).action(listeners(model).getFirst().defaultAction()))
        .isEqualTo("vllm (90 %), vllm-new (10 %), kept for 3600 s");
  }
}
