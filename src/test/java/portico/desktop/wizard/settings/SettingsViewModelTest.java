package portico.desktop.wizard.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import portico.catalog.CatalogFailure;
import portico.catalog.HostedZone;
import portico.catalog.SecurityGroup;
import portico.catalog.WebAcl;
import portico.desktop.fx.InlineBackground;
import portico.desktop.wizard.WizardFixture;
import portico.desktop.wizard.draft.AccountChoice;
import portico.desktop.wizard.draft.NetworkChoice;
import portico.desktop.wizard.draft.Place;
import portico.desktop.wizard.draft.ServeChoice;
import portico.desktop.wizard.draft.SettingsChoice;
import portico.desktop.wizard.form.Problem;
import portico.desktop.wizard.form.TagsForm;
import portico.model.DnsRecordSpec;
import portico.model.LoadBalancerAttributes;
import portico.model.LogBucket;
import portico.model.LogDelivery;
import portico.model.Scheme;
import portico.model.ServiceSpec;
import portico.model.TargetGroupSpec;
import portico.model.TimeoutLadder;
import portico.operation.ProviderKind;
import portico.testing.Samples;

class SettingsViewModelTest {
  private static final String ACL =
      "arn:aws:wafv2:us-west-2:000000000000:regional/webacl/basic/01234567-89ab-cdef-0123-456789abcdef";

  private static final HostedZone ZONE = new HostedZone("Z1", "example.com", false);

  private final WizardFixture fixture = new WizardFixture();
  private final Place place = new Place(Samples.PRACTICE, "us-west-2");
  private final ObjectProperty<Optional<AccountChoice>> account =
      new SimpleObjectProperty<>(
          Optional.of(
              new AccountChoice(place, ProviderKind.BUNDLED, fixture.fakes.catalog.identity)));
  private final ObjectProperty<Optional<NetworkChoice>> network =
      new SimpleObjectProperty<>(Optional.of(networkOf(0)));
  private final ObjectProperty<Optional<ServeChoice>> serve =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<TargetGroupSpec>> group =
      new SimpleObjectProperty<>(Optional.of(Samples.spec().targetGroups().getFirst()));
  private final SettingsViewModel model =
      new SettingsViewModel(
          fixture.fakes.catalogs,
          new InlineBackground(),
          fixture.texts,
          account,
          network,
          serve,
          group);

  private NetworkChoice networkOf(int vpc) {
    var catalog = fixture.fakes.catalog;
    return new NetworkChoice(
        place, Scheme.INTERNET_FACING, catalog.vpcs.get(vpc), catalog.subnets.subList(0, 2));
  }

  private static ServeChoice serving(int idle, int keepAlive) {
    return new ServeChoice(
        "vLLM",
        new ServiceSpec(
            "vllm",
            OptionalInt.of(keepAlive),
            OptionalInt.empty(),
            OptionalInt.of(300),
            OptionalInt.empty()),
        Samples.spec().targetGroups().getFirst(),
        new LoadBalancerAttributes(
            idle, 3600, true, false, false, Optional.empty(), Optional.empty()));
  }

  private SettingsChoice choice() {
    return model.choice().getValue().orElseThrow();
  }

  @Test
  void the_step_is_complete_from_the_start() {
    assertThat(model.problem().getValue()).isEmpty();
    assertThat(choice().attributes().idleTimeoutSeconds()).isEqualTo(60);
    assertThat(choice().attributes().dropInvalidHeaderFields()).isTrue();
    assertThat(choice().webAclArn()).isEmpty();
  }

  @Test
  void the_served_server_suggests_what_the_user_has_not_edited() {
    serve.set(Optional.of(serving(600, 5)));
    model.timeouts().idle().textProperty().set("900");

    serve.set(Optional.of(serving(300, 90)));

    assertThat(choice().attributes().idleTimeoutSeconds()).isEqualTo(900);
    assertThat(choice().service().keepAliveSeconds()).hasValue(90);
    assertThat(choice().service().server()).isEqualTo("vllm");
  }

  @Test
  void the_ladder_follows_every_number() {
    serve.set(Optional.of(serving(600, 5)));
    assertThat(ladder().findings()).contains(new TimeoutLadder.Finding.KeepAliveTooShort(5, 600));

    model.timeouts().serverKeepAlive().textProperty().set("610");

    assertThat(ladder().findings())
        .doesNotHaveAnyElementsOfTypes(TimeoutLadder.Finding.KeepAliveTooShort.class);
    model.timeouts().idle().textProperty().set("");
    assertThat(model.timeouts().ladder().getValue()).isEmpty();
  }

  private TimeoutLadder ladder() {
    return model.timeouts().ladder().getValue().orElseThrow();
  }

  @Test
  void setting_both_ends_sets_the_numbers_and_hands_the_target_group_on() {
    List<TargetGroupSpec> fixed = new ArrayList<>();
    model.setOnTargetGroupFix(
        each -> {
          fixed.add(each);
          group.set(Optional.of(each));
        });
    serve.set(Optional.of(serving(60, 5)));

    model.fix();

    assertThat(choice().attributes().idleTimeoutSeconds()).isEqualTo(360);
    assertThat(choice().service().keepAliveSeconds()).hasValue(370);
    assertThat(fixed).hasSize(1);
    assertThat(ladder().findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "wizard-idle-timeout, 0, false",
    "wizard-idle-timeout, 1, true",
    "wizard-idle-timeout, 4000, true",
    "wizard-idle-timeout, 4001, false",
    "wizard-client-keep-alive, 59, false",
    "wizard-client-keep-alive, 604800, true",
    "wizard-server-keep-alive, '', true",
    "wizard-server-keep-alive, x, false"
  })
  void the_numbers_keep_awss_ranges(String id, String typed, boolean right) {
    model
        .timeouts()
        .fields()
        .filter(each -> each.id().equals(id))
        .forEach(each -> each.textProperty().set(typed));

    assertThat(model.choice().getValue().isPresent()).isEqualTo(right);
    assertThat(model.problem().getValue().map(Problem::control))
        .isEqualTo(right ? Optional.empty() : Optional.of(id));
  }

  @Test
  void logs_need_a_bucket_as_soon_as_they_are_kept() {
    model.logs().access().place().choose(LogPlace.EXISTING);
    assertThat(model.problem().getValue().map(Problem::control))
        .contains("wizard-access-logs-bucket");

    model.logs().access().bucket().textProperty().set("my-logs");
    model.logs().access().prefix().textProperty().set("alb");

    assertThat(choice().attributes().accessLogs())
        .contains(new LogBucket.Existing("my-logs", "alb"));
    model.logs().access().place().choose(LogPlace.NONE);
    assertThat(choice().attributes().accessLogs()).isEmpty();
  }

  @Test
  void the_bucket_policy_names_bucket_prefix_and_account() {
    model.logs().access().bucket().textProperty().set("my-logs");
    assertThat(model.policy(model.logs().access()))
        .contains("logdelivery.elasticloadbalancing.amazonaws.com")
        .contains("\"arn:aws:s3:::my-logs/AWSLogs/000000000000/*\"");

    model.logs().access().prefix().textProperty().set("alb");
    assertThat(model.policy(model.logs().access())).contains("my-logs/alb/AWSLogs/");
    assertThat(LogDelivery.policy(new LogBucket.Existing("b", ""), "cn-north-1", "1"))
        .contains("arn:aws-cn:");
    assertThat(LogDelivery.policy(new LogBucket.Existing("b", ""), "us-gov-west-1", "1"))
        .contains("arn:aws-us-gov:");
  }

  @Test
  void web_acl_and_security_groups_are_chosen_from_the_account() {
    fixture.fakes.catalog.webAcls.add(new WebAcl(ACL, "basic", ""));
    fixture.fakes.catalog.securityGroups.add(
        new SecurityGroup("sg-0aa11bb22cc33dd44", "office", List.of(), List.of()));
    model.enter();

    model.chooseWebAcl(Optional.of(ACL));
    model.chooseGroup("sg-0aa11bb22cc33dd44", true);

    assertThat(model.webAclsProperty().get().value().orElseThrow()).hasSize(1);
    assertThat(choice().webAclArn()).contains(ACL);
    assertThat(choice().securityGroupIds()).containsExactly("sg-0aa11bb22cc33dd44");
    model.chooseGroup("sg-0aa11bb22cc33dd44", false);
    assertThat(choice().securityGroupIds()).isEmpty();
  }

  @Test
  void a_fifth_security_group_is_not_taken_in() {
    for (int number = 1; number <= 5; number++) {
      model.chooseGroup("sg-" + number, true);
    }

    assertThat(choice().securityGroupIds()).containsExactly("sg-1", "sg-2", "sg-3", "sg-4");
  }

  @Test
  void another_network_forgets_the_groups_of_the_one_before() {
    model.enter();
    model.chooseGroup("sg-1", true);
    network.set(Optional.of(networkOf(1)));

    model.enter();

    assertThat(choice().securityGroupIds()).isEmpty();
  }

  @Test
  void an_account_that_may_not_read_them_hinders_nobody() {
    fixture.fakes.catalog.failure = Optional.of(new CatalogFailure.Throttled("wafv2"));

    model.enter();

    assertThat(model.webAclsProperty().get().failed()).isPresent();
    assertThat(model.choice().getValue()).isPresent();
  }

  @Test
  void tags_of_all_resources_and_of_the_load_balancer_are_apart() {
    addTag(model.tags(), "team", "ml");
    addTag(model.balancerTags(), "cost-centre", "42");

    assertThat(choice().tags()).isEqualTo(Map.of("team", "ml"));
    assertThat(choice().loadBalancerTags()).isEqualTo(Map.of("cost-centre", "42"));
  }

  @Test
  void wrong_tags_hold_the_step_up() {
    addTag(model.balancerTags(), "aws:team", "x");

    assertThat(model.choice().getValue()).isEmpty();
    assertThat(model.problem().getValue().orElseThrow().text()).contains("aws:");
  }

  private static void addTag(TagsForm tags, String key, String value) {
    tags.add();
    tags.lines().getLast().key().textProperty().set(key);
    tags.lines().getLast().value().textProperty().set(value);
  }

  @Test
  void an_environment_being_changed_brings_its_settings() {
    var before = Samples.spec();

    model.prefill(before);

    assertThat(choice().attributes()).isEqualTo(before.loadBalancer().attributes());
    assertThat(choice().service()).isEqualTo(before.service());
  }

  @Test
  void a_name_is_put_together_from_its_label_and_its_zone() {
    HostedZone inside = new HostedZone("Z2", "ml.internal", true);
    fixture.fakes.catalog.hostedZones.addAll(List.of(ZONE, inside));
    model.enter();

    model.names().add(ZONE);
    NamesForm.Line line = model.names().lines().getFirst();
    assertThat(choice().dnsRecords()).containsExactly(new DnsRecordSpec("Z1", "api.example.com"));

    line.zone().choose(inside);
    line.label().textProperty().set("");
    assertThat(choice().dnsRecords()).containsExactly(new DnsRecordSpec("Z2", "ml.internal"));

    model.names().remove(line);
    assertThat(choice().dnsRecords()).isEmpty();
  }

  @Test
  void a_wrong_or_second_name_holds_the_step_up() {
    model.names().add(ZONE);
    model.names().add(ZONE);
    assertThat(model.problem().getValue().orElseThrow().text()).contains("twice");

    model.names().lines().getLast().label().textProperty().set("a b");
    assertThat(model.choice().getValue()).isEmpty();
    assertThat(model.problem().getValue().orElseThrow().text()).contains("a b.example.com");
  }

  @Test
  void the_names_of_an_environment_being_changed_are_kept_and_taken_apart_once_zones_are_read() {
    List<DnsRecordSpec> records =
        List.of(new DnsRecordSpec("Z1", "chat.example.com"), new DnsRecordSpec("Z9", "a.b.c"));
    model.names().prefill(records);
    assertThat(choice().dnsRecords()).isEqualTo(records);

    fixture.fakes.catalog.hostedZones.add(ZONE);
    model.enter();

    assertThat(choice().dnsRecords()).isEqualTo(records);
    assertThat(model.names().lines().getFirst().label().text()).isEqualTo("chat");
    assertThat(model.names().lines().getFirst().zone().get()).isEqualTo(ZONE);
  }
}
