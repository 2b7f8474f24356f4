package portico.practice.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static portico.practice.provider.ProviderCaller.INGRESS;
import static portico.practice.provider.ProviderCaller.LISTENER;
import static portico.practice.provider.ProviderCaller.LOAD_BALANCER;
import static portico.practice.provider.ProviderCaller.SECURITY_GROUP;
import static portico.practice.provider.ProviderCaller.TARGET_GROUP;

import io.grpc.Status;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pulumirpc.Provider.CheckRequest;

class CheckTest {
  private BundledProvider provider;
  private ProviderCaller caller;

  @BeforeEach
  void start() throws IOException {
    provider =
        BundledProvider.start(
            new ProviderClients(
                new FakeEc2(),
                new FakeElb(),
                new FakeLambda(),
                new FakeWaf(),
                new FakeRoute53(),
                new FakeS3(),
                "us-west-2"),
            ProviderTiming.defaults());
    caller = new ProviderCaller(provider);
  }

  @AfterEach
  void stop() {
    caller.close();
    provider.close();
  }

  @Test
  void a_plain_load_balancer_gets_the_official_defaults() {
    PropertyMap checked = caller.checked(LOAD_BALANCER, Inputs.loadBalancer());

    assertThat(checked.integer("idleTimeout")).contains(60);
    assertThat(checked.integer("clientKeepAlive")).contains(3600);
    assertThat(checked.flag("enableHttp2")).contains(true);
    assertThat(checked.text("desyncMitigationMode")).contains("defensive");
    assertThat(checked.texts(Checker.DEFAULTS)).contains("idleTimeout").doesNotContain("name");
  }

  @Test
  void a_health_check_gets_thresholds_of_three() {
    PropertyMap health = PropertyMap.EMPTY.with("path", PropertyValue.of("/health"));

    PropertyMap checked =
        caller
            .checked(TARGET_GROUP, Inputs.targetGroup().with("healthCheck", health))
            .map("healthCheck")
            .orElseThrow();

    assertThat(checked.integer("healthyThreshold")).contains(3);
    assertThat(checked.integer("unhealthyThreshold")).contains(3);
    assertThat(checked.integer("interval")).contains(30);
    assertThat(checked.text("port")).contains("traffic-port");
    assertThat(checked.get("timeout")).isEmpty();
  }

  @Test
  void an_input_that_the_provider_does_not_have_is_a_failure() {
    PropertyMap inputs =
        Inputs.loadBalancer().with("customerOwnedIpv4Pool", PropertyValue.of("pool"));

    assertThat(caller.failures(LOAD_BALANCER, inputs))
        .isEqualTo(
            Map.of(
                "customerOwnedIpv4Pool",
                "is not supported for aws:lb/loadBalancer:LoadBalancer by Portico's own provider"));
  }

  @Test
  void an_unsupported_input_inside_an_object_is_named_with_its_path() {
    PropertyMap action =
        Inputs.forward(Inputs.GROUP_ARN).with("authenticateOidc", PropertyMap.EMPTY);
    PropertyMap inputs =
        Inputs.listener().with("defaultActions", new PropertyValue.Items(List.of(action)));

    assertThat(caller.failures(LISTENER, inputs))
        .containsOnlyKeys("defaultActions[0].authenticateOidc");
  }

  @ParameterizedTest
  @CsvSource({"idleTimeout,0", "idleTimeout,4001", "clientKeepAlive,59", "clientKeepAlive,604801"})
  void a_number_out_of_range_is_a_failure(String name, int value) {
    assertThat(
            caller.failures(
                LOAD_BALANCER, Inputs.loadBalancer().with(name, PropertyValue.of(value))))
        .containsOnlyKeys(name);
  }

  @ParameterizedTest
  @CsvSource({
    "internal-demo",
    "-demo",
    "demo-",
    "under_score",
    "a23456789012345678901234567890123"
  })
  void a_name_that_aws_refuses_is_a_failure(String name) {
    assertThat(
            caller.failures(
                LOAD_BALANCER, Inputs.loadBalancer().with("name", PropertyValue.of(name))))
        .containsOnlyKeys("name");
  }

  @Test
  void a_timeout_not_below_the_interval_is_a_failure() {
    PropertyMap health =
        PropertyMap.EMPTY
            .with("timeout", PropertyValue.of(20))
            .with("interval", PropertyValue.of(10));

    assertThat(caller.failures(TARGET_GROUP, Inputs.targetGroup().with("healthCheck", health)))
        .isEqualTo(
            Map.of(
                "healthCheck.timeout",
                "must be smaller than the interval: 20 s is not below 10 s"));
  }

  @Test
  void a_target_group_without_port_is_a_failure_unless_it_is_for_lambda() {
    PropertyMap inputs = Inputs.targetGroup().without("port");

    assertThat(caller.failures(TARGET_GROUP, inputs)).containsOnlyKeys("port");
    assertThat(caller.failures(TARGET_GROUP, inputs.with("targetType", PropertyValue.of("lambda"))))
        .isEmpty();
  }

  @Test
  void https_needs_a_certificate() {
    assertThat(
            caller.failures(
                LISTENER, Inputs.listener().with("protocol", PropertyValue.of("HTTPS"))))
        .isEqualTo(Map.of("certificateArn", "is required for HTTPS"));
  }

  @Test
  void a_rule_needs_exactly_one_peer() {
    PropertyMap inputs = Inputs.ingress().with("cidrIpv6", PropertyValue.of("::/0"));

    assertThat(caller.failures(INGRESS, inputs)).containsOnlyKeys("cidrIpv4");
  }

  @Test
  void unknown_values_pass_where_a_known_one_would_be_judged() {
    PropertyMap inputs =
        Inputs.listener()
            .with("loadBalancerArn", new PropertyValue.Unknown())
            .with("port", new PropertyValue.Unknown())
            .with("defaultActions", new PropertyValue.Unknown());

    assertThat(caller.checked(LISTENER, inputs).unknown("defaultActions")).isTrue();
  }

  @Test
  void a_name_is_made_up_and_kept() {
    PropertyMap inputs = Inputs.targetGroup().without("name");

    PropertyMap first = caller.checked(TARGET_GROUP, inputs);
    assertThat(first.text("name")).contains("res-0123456");
    assertThat(first.texts(Checker.DEFAULTS)).contains("name");

    PropertyMap earlier = first.with("name", PropertyValue.of("res-fedcba9"));
    PropertyMap second = Wire.decode(caller.check(TARGET_GROUP, inputs, earlier).getInputs());
    assertThat(second.text("name")).contains("res-fedcba9");
  }

  @Test
  void numbers_and_texts_of_numbers_are_taken_for_one_another() {
    PropertyMap inputs =
        Inputs.targetGroup()
            .with("port", PropertyValue.of("8000"))
            .with("healthCheck", PropertyMap.EMPTY.with("port", PropertyValue.of(8001)));

    PropertyMap checked = caller.checked(TARGET_GROUP, inputs);

    assertThat(checked.integer("port")).contains(8000);
    assertThat(checked.map("healthCheck").orElseThrow().text("port")).contains("8001");
  }

  @Test
  void default_tags_of_the_provider_are_added_but_override_nothing() {
    caller.configure(
        PropertyMap.EMPTY.with(
            "defaultTags",
            PropertyValue.of("{\"tags\":{\"team\":\"ml\",\"portico:environment\":\"other\"}}")));

    assertThat(
            caller
                .checked(
                    SECURITY_GROUP,
                    PropertyMap.EMPTY.with("tags", PropertyMap.ofTexts(Inputs.OWNER)))
                .dictionary("tags"))
        .containsEntry("team", "ml")
        .containsEntry("portico:environment", "demo");
  }

  @Test
  void a_type_that_the_provider_does_not_have_is_told_with_those_it_has() {
    Assertions.assertThatThrownBy(() -> caller.check("aws:s3/bucket:Bucket", PropertyMap.EMPTY))
        .satisfies(
            error -> assertThat(ProviderCaller.code(error)).isEqualTo(Status.Code.UNIMPLEMENTED))
        .hasMessageContaining("no resources of the type aws:s3/bucket:Bucket")
        .hasMessageContaining(LOAD_BALANCER);
  }

  @Test
  void settings_that_would_be_ignored_are_a_failure() {
    CheckRequest request =
        CheckRequest.newBuilder()
            .setUrn("urn:pulumi:stack::project::pulumi:providers:aws::default")
            .setNews(
                Wire.encode(
                    PropertyMap.EMPTY
                        .with("region", PropertyValue.of("eu-west-1"))
                        .with("ignoreTags", PropertyValue.of("{}"))))
            .build();

    assertThat(caller.stub().checkConfig(request).getFailuresList())
        .extracting("property")
        .containsExactly("ignoreTags");
  }
}
