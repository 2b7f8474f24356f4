package portico.desktop.wizard.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import portico.catalog.Vpc;
import portico.desktop.fx.InlineBackground;
import portico.desktop.wizard.draft.NetworkChoice;
import portico.desktop.wizard.draft.Place;
import portico.desktop.wizard.draft.RoutingChoice;
import portico.desktop.wizard.form.Problem;
import portico.desktop.wizard.form.Texts;
import portico.model.ActionSpec;
import portico.model.ApiKeyGate;
import portico.model.ConditionSpec;
import portico.model.EnvironmentSpec;
import portico.model.ListenerRuleSpec;
import portico.model.ListenerSpec;
import portico.model.Protocol;
import portico.model.Scheme;
import portico.model.SpecDefaults;
import portico.model.TargetGroupSpec;
import portico.model.WeightedTargetGroup;
import portico.testing.FakeCatalog;
import portico.testing.FakeCatalogs;
import portico.testing.Samples;

class RoutingViewModelTest {
  private final FakeCatalog catalog = FakeCatalog.withNetwork();
  private final ObjectProperty<Optional<NetworkChoice>> network =
      new SimpleObjectProperty<>(
          Optional.of(
              new NetworkChoice(
                  new Place(Samples.PRACTICE, "us-west-2"),
                  Scheme.INTERNET_FACING,
                  new Vpc("vpc-0123456789abcdef0", "default", "172.31.0.0/16", true),
                  List.of())));
  private final ObjectProperty<List<TargetGroupSpec>> groups =
      new SimpleObjectProperty<>(groups("ai-inference-tg"));

  private static List<TargetGroupSpec> groups(String... names) {
    return List.of(names).stream().map(RoutingSamples::group).toList();
  }

  private RoutingViewModel model() {
    return new RoutingViewModel(
        new FakeCatalogs(catalog),
        new InlineBackground(),
        Texts.load(),
        () -> Samples.NOW,
        network,
        groups);
  }

  private RoutingViewModel withRules(String... paths) {
    RoutingViewModel model = model();
    RuleList rules = first(model).routes().rules();
    for (String path : paths) {
      value(rules.add(), path);
    }
    return model;
  }

  private static void value(RuleForm rule, String text) {
    rule.conditions().getFirst().values().getFirst().value().textProperty().set(text);
  }

  private static ListenerForm first(RoutingViewModel model) {
    return model.listeners().getFirst();
  }

  private static List<ListenerSpec> listeners(RoutingViewModel model) {
    return model.choice().getValue().map(RoutingChoice::listeners).orElse(List.of());
  }

  private static String problem(RoutingViewModel model) {
    return model.problem().getValue().map(Problem::text).orElse("");
  }

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
  void rules_are_numbered_by_tens_until_the_user_writes_a_number() {
    RoutingViewModel model = withRules("/a", "/b", "/c");
    RuleList rules = first(model).routes().rules();
    assertThat(priorities(model)).containsExactly(10, 20, 30);

    rules.move(rules.rules().getLast(), -1);
    assertThat(paths(model)).containsExactly("/a", "/c", "/b");
    assertThat(priorities(model)).containsExactly(10, 20, 30);

    rules.rules().getFirst().priority().textProperty().set("25");
    rules.close(rules.rules().getFirst());
    assertThat(paths(model)).containsExactly("/c", "/a", "/b");
    rules.move(rules.rules().getFirst(), 1);
    assertThat(paths(model)).containsExactly("/a", "/c", "/b");
    assertThat(priorities(model)).containsExactly(20, 25, 30);

    rules.numberAnew();
    assertThat(priorities(model)).containsExactly(10, 20, 30);
    rules.duplicate(rules.rules().getFirst());
    assertThat(paths(model)).containsExactly("/a", "/a", "/c", "/b");
    rules.remove(rules.rules().getFirst());
    assertThat(priorities(model)).containsExactly(10, 20, 30);
  }

  private static List<Integer> priorities(RoutingViewModel model) {
    return listeners(model).getFirst().rules().stream().map(ListenerRuleSpec::priority).toList();
  }

  private static List<String> paths(RoutingViewModel model) {
    return listeners(model).getFirst().rules().stream()
        .map(each -> ((ConditionSpec.PathPattern) each.conditions().getFirst()).values().getFirst())
        .toList();
  }

  @Test
  void a_number_that_two_rules_have_is_told_at_both() {
    RoutingViewModel model = withRules("/a", "/b");
    List<RuleForm> rules = first(model).routes().rules().rules();

    rules.getFirst().priority().textProperty().set("20");

    assertThat(rules.getFirst().priority().message().getValue()).contains("20");
    assertThat(rules.getLast().priority().isValid()).isFalse();
    rules.getLast().priority().textProperty().set("30");
    assertThat(rules.getFirst().priority().isValid()).isTrue();
    assertThat(problem(model)).isEmpty();
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

  @Test
  void a_rule_that_another_one_hides_says_so() {
    RoutingViewModel model = withRules("/v1/*", "/v1/chat/*");
    Routes routes = first(model).routes();
    assertThat(routes.hidden().getValue()).containsExactly(java.util.Map.entry(20, 10));

    routes.rules().move(routes.rules().rules().getLast(), -1);

    assertThat(routes.hidden().getValue()).isEmpty();
  }

  @Test
  void the_gate_is_put_before_the_rules_and_taken_off_again() {
    RoutingViewModel model = withRules("/v1/*");
    List<ListenerSpec> before = listeners(model);
    GateForm gate = first(model).routes().gate();

    gate.onProperty().set(true);
    gate.openPaths().textProperty().set("/health, /ping");

    ListenerSpec closed = listeners(model).getFirst();
    assertThat(ApiKeyGate.isClosed(closed)).contains(GateForm.BEARER);
    assertThat(ApiKeyGate.openPaths(closed)).containsExactly("/health", "/ping");
    assertThat(first(model).routes().rules().rules()).hasSize(1);
    assertThat(model.sendsKeysInTheClear(first(model))).isTrue();
    gate.onProperty().set(false);
    assertThat(listeners(model)).isEqualTo(before);
  }

  @Test
  void a_rule_without_room_for_the_key_is_named() {
    RoutingViewModel model = withRules("/1");
    RuleForm rule = first(model).routes().rules().rules().getFirst();
    for (int more = 2; more <= 5; more++) {
      rule.conditions().getFirst().addValue("/" + more);
    }
    assertThat(problem(model)).isEmpty();

    first(model).routes().gate().onProperty().set(true);

    assertThat(problem(model)).contains("Rule 10").contains("no room");
  }

  @Test
  void a_made_up_request_shows_at_once_which_rule_takes_it() {
    RoutingViewModel model = withRules("/v1/chat/*");
    TryForm trial = model.trial();
    assertThat(trial.outcome().getValue().text()).isEqualTo("Rule 10 takes it: ai-inference-tg");

    trial.target().textProperty().set("/V1/chat/x");
    assertThat(trial.outcome().getValue().text()).isEqualTo("No rule takes it: ai-inference-tg");

    first(model).routes().gate().onProperty().set(true);
    trial.target().textProperty().set("/v1/chat/x");
    assertThat(trial.outcome().getValue().text()).contains("answer 401");
    trial.headers().textProperty().set("authorization: bearer abc");
    assertThat(trial.outcome().getValue().rule())
        .contains(first(model).routes().rules().rules().getFirst());
    trial.headers().textProperty().set("no header");
    assertThat(trial.outcome().getValue().known()).isFalse();
  }

  @Test
  void a_rule_reads_as_a_sentence() {
    List<ListenerRuleSpec> rules = RoutingSamples.rich().listeners().getFirst().rules();
    RoutingText text = new RoutingText(Texts.load());

    assertThat(rules.stream().map(text::rule))
        .containsExactly(
            "Path /v1/* and host api.example.com \u2192 vllm (90 %), vllm-new (10 %), kept for"
                + " 3600 s",
            "Path /v1/embeddings \u2192 embedding",
            "Header X-Stage is beta or canary and method POST \u2192 vllm-new",
            "Path / or /docs* \u2192 redirect (302) to docs.example.com/\u2026",
            "Source address in 203.0.113.0/24 and query model=llama* \u2192 vllm");
  }
}
