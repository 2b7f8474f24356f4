package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.acm.model.CertificateSummary;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/** What listeners do with requests, and rules of AWS for it. */
class ListenerActionTest {
  @TempDir private Path folder;

  private Simulation simulation;

  @BeforeEach
  void start() {
    simulation = new Simulation(folder);
  }

  @AfterEach
  void stop() {
    simulation.close();
  }

  private static final Action OK =
      Action.builder().type("fixed-response").fixedResponseConfig(f -> f.statusCode("200")).build();

  private Listener create(Consumer<CreateListenerRequest.Builder> otherwise) {
    LoadBalancer balancer = simulation.balancer("demo", _ -> {});
    CreateListenerRequest.Builder request =
        CreateListenerRequest.builder()
            .loadBalancerArn(balancer.loadBalancerArn())
            .protocol("HTTP")
            .port(80)
            .defaultActions(OK);
    otherwise.accept(request);
    return simulation.elb.createListener(request.build()).listeners().getFirst();
  }

  private String refusal(Consumer<CreateListenerRequest.Builder> otherwise) {
    return Refusal.codeOf(() -> create(otherwise));
  }

  private Certificate certificate(String domain) {
    String arn =
        simulation.acm.listCertificates().certificateSummaryList().stream()
            .filter(each -> each.domainName().equals(domain))
            .map(CertificateSummary::certificateArn)
            .findFirst()
            .orElseThrow();
    return Certificate.builder().certificateArn(arn).build();
  }

  @Test
  void a_target_group_belongs_to_one_load_balancer_of_its_vpc() {
    TargetGroup group = simulation.targetGroup("demo", _ -> {});
    create(r -> r.defaultActions(Simulation.forward(group)));
    LoadBalancer second = simulation.balancer("second", _ -> {});
    assertThat(Refusal.codeOf(() -> simulation.listener(second, 80, group)))
        .isEqualTo("TargetGroupAssociationLimit");

    TargetGroup foreign =
        simulation.targetGroup("foreign", r -> r.vpcId(simulation.vpc("isolated")));
    assertThat(Refusal.codeOf(() -> simulation.listener(second, 80, foreign)))
        .isEqualTo("InvalidConfigurationRequest");
  }

  @Test
  void forwarding_can_be_weighted_over_at_most_five_groups() {
    List<TargetGroupTuple> six =
        IntStream.range(0, 6)
            .mapToObj(i -> simulation.targetGroup("group-" + i, _ -> {}))
            .map(
                group ->
                    TargetGroupTuple.builder()
                        .targetGroupArn(group.targetGroupArn())
                        .weight(999)
                        .build())
            .toList();
    Action toSix = forward(six);
    assertThat(refusal(r -> r.defaultActions(toSix))).isEqualTo("TooManyTargetGroups");

    Action tooHeavy = forward(List.of(six.getFirst().toBuilder().weight(1000).build()));
    assertThat(refusal(r -> r.defaultActions(tooHeavy))).isEqualTo("ValidationError");

    Action toFive = forward(six.subList(0, 5));
    Listener made = create(r -> r.defaultActions(toFive));
    assertThat(made.defaultActions().getFirst().forwardConfig().targetGroups()).hasSize(5);
    assertThat(
            simulation
                .elb
                .describeTargetGroups(r -> r.loadBalancerArn(made.loadBalancerArn()))
                .targetGroups())
        .hasSize(5);
  }

  private static Action forward(List<TargetGroupTuple> groups) {
    return Action.builder().type("forward").forwardConfig(f -> f.targetGroups(groups)).build();
  }

  @ParameterizedTest
  @CsvSource({"GRPC, /a.b/c", "HTTP2, /health"})
  void a_grpc_or_http2_group_needs_an_https_listener(String version, String path) {
    TargetGroup group =
        simulation.targetGroup("newer", r -> r.protocolVersion(version).healthCheckPath(path));

    assertThat(refusal(r -> r.defaultActions(Simulation.forward(group))))
        .isEqualTo("IncompatibleProtocols");
    create(
        r ->
            r.protocol("HTTPS")
                .certificates(certificate("demo.example.com"))
                .defaultActions(Simulation.forward(group)));
  }

  @Test
  void a_redirect_must_change_something_and_not_give_up_encryption() {
    Action loop =
        Action.builder().type("redirect").redirectConfig(c -> c.statusCode("HTTP_301")).build();
    assertThat(refusal(r -> r.defaultActions(loop))).isEqualTo("InvalidLoadBalancerAction");

    Action toHttps =
        Action.builder()
            .type("redirect")
            .redirectConfig(c -> c.statusCode("HTTP_301").protocol("HTTPS").port("443"))
            .build();
    assertThat(
            create(r -> r.defaultActions(toHttps))
                .defaultActions()
                .getFirst()
                .redirectConfig()
                .host())
        .isEqualTo("#{host}");

    Action toHttp =
        Action.builder()
            .type("redirect")
            .redirectConfig(c -> c.statusCode("HTTP_302").protocol("HTTP"))
            .build();
    assertThat(
            refusal(
                r ->
                    r.port(443)
                        .protocol("HTTPS")
                        .certificates(certificate("demo.example.com"))
                        .defaultActions(toHttp)))
        .isEqualTo("ValidationError");
  }

  @ParameterizedTest
  @CsvSource({"200, true", "599, true", "300, false", "99, false", "abc, false"})
  void a_fixed_response_has_a_status_of_2xx_4xx_or_5xx(String status, boolean accepted) {
    Action fixed = OK.toBuilder().fixedResponseConfig(f -> f.statusCode(status)).build();

    if (accepted) {
      create(r -> r.defaultActions(fixed));
    } else {
      assertThat(refusal(r -> r.defaultActions(fixed))).isEqualTo("ValidationError");
    }
  }

  @ParameterizedTest
  @CsvSource({"1024, true", "1025, false"})
  void a_fixed_response_has_at_most_1024_characters(int length, boolean accepted) {
    Action fixed =
        OK.toBuilder()
            .fixedResponseConfig(f -> f.statusCode("200").messageBody("x".repeat(length)))
            .build();

    if (accepted) {
      create(r -> r.defaultActions(fixed));
    } else {
      assertThat(refusal(r -> r.defaultActions(fixed))).isEqualTo("ValidationError");
    }
  }
}
