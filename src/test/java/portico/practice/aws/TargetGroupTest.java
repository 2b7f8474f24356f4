package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** Target groups and AWS's rules for them. */
class TargetGroupTest {
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

  private static CreateTargetGroupRequest.Builder set(
      CreateTargetGroupRequest.Builder r, String field, String value) {
    return switch (field) {
      case "name" -> r.name(value);
      case "protocol" -> r.protocol(value);
      case "version" -> r.protocolVersion(value);
      case "port" -> r.port(Integer.valueOf(value));
      case "vpc" -> r.vpcId(value);
      case "control" -> r.targetControlPort(Integer.valueOf(value));
      case "hc-protocol" -> r.healthCheckProtocol(value);
      case "hc-port" -> r.healthCheckPort(value);
      case "hc-path" -> r.healthCheckPath(value);
      case "interval" -> r.healthCheckIntervalSeconds(Integer.valueOf(value));
      case "timeout" -> r.healthCheckTimeoutSeconds(Integer.valueOf(value));
      case "healthy" -> r.healthyThresholdCount(Integer.valueOf(value));
      case "unhealthy" -> r.unhealthyThresholdCount(Integer.valueOf(value));
      case "matcher" -> r.matcher(m -> m.httpCode(value));
      default -> throw new IllegalArgumentException(field);
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name|a",
        "name|abcdefghijklmnopqrstuvwxyz-12345",
        "protocol|HTTPS",
        "version|HTTP2",
        "port|1",
        "port|65535",
        "control|1",
        "control|65535",
        "hc-protocol|HTTPS",
        "hc-port|traffic-port",
        "hc-port|1",
        "hc-port|65535",
        "hc-path|/",
        "hc-path|/v1?a=b",
        "interval|6",
        "interval|300",
        "timeout|2",
        "timeout|29",
        "healthy|2",
        "healthy|10",
        "unhealthy|2",
        "unhealthy|10",
        "matcher|200",
        "matcher|200,202",
        "matcher|200-499"
      })
  void values_at_the_edge_of_their_ranges_are_accepted(String field, String value) {
    assertThat(simulation.targetGroup("demo", r -> set(r, field, value)).targetGroupArn())
        .contains(":targetgroup/");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name|abcdefghijklmnopqrstuvwxyz-123456",
        "name|-a",
        "name|a-",
        "name|a_b",
        "protocol|TCP",
        "protocol|FTP",
        "version|HTTP3",
        "port|0",
        "port|65536",
        "vpc|vpc-1",
        "control|0",
        "control|65536",
        "hc-protocol|TCP",
        "hc-port|0",
        "hc-port|65536",
        "hc-port|99999",
        "hc-port|other",
        "hc-path|health",
        "interval|4",
        "interval|301",
        "timeout|1",
        "timeout|121",
        "timeout|30",
        "interval|5",
        "healthy|1",
        "healthy|11",
        "unhealthy|1",
        "unhealthy|11",
        "matcher|199",
        "matcher|500",
        "matcher|200-500",
        "matcher|300-200",
        "matcher|ok",
        "matcher|200,"
      })
  void values_outside_their_ranges_are_refused(String field, String value) {
    assertThat(Refusal.codeOf(() -> simulation.targetGroup("demo", r -> set(r, field, value))))
        .isEqualTo("ValidationError");
  }

  @ParameterizedTest
  @CsvSource({"1024, true", "1025, false"})
  void a_health_path_has_at_most_1024_characters(int length, boolean accepted) {
    String path = "/" + "p".repeat(length - 1);
    Runnable request = () -> simulation.targetGroup("demo", r -> r.healthCheckPath(path));

    if (accepted) {
      request.run();
    } else {
      assertThat(Refusal.codeOf(request)).isEqualTo("ValidationError");
    }
  }

  @Test
  void refusals_have_the_words_of_aws() {
    assertThat(
            Refusal.of(() -> simulation.targetGroup("demo", r -> r.healthCheckIntervalSeconds(301)))
                .message())
        .isEqualTo(
            "1 validation error detected: Value '301' at 'healthCheckIntervalSeconds' failed to"
                + " satisfy constraint: Member must have value less than or equal to 300");
    assertThat(
            Refusal.of(
                    () ->
                        simulation.targetGroup(
                            "demo",
                            r -> r.healthCheckIntervalSeconds(10).healthCheckTimeoutSeconds(20)))
                .message())
        .isEqualTo("Health check timeout '20' must be smaller than the interval '10'");
  }

  @Test
  void defaults_are_those_of_aws() {
    TargetGroup made = simulation.targetGroup("demo", r -> r.healthCheckPath(null));

    assertThat(made.healthCheckPath()).isEqualTo("/");
    assertThat(made.healthCheckIntervalSeconds()).isEqualTo(30);
    assertThat(made.healthCheckTimeoutSeconds()).isEqualTo(5);
    assertThat(made.healthyThresholdCount()).isEqualTo(5);
    assertThat(made.unhealthyThresholdCount()).isEqualTo(2);
    assertThat(made.matcher().httpCode()).isEqualTo("200");
    assertThat(made.healthCheckPort()).isEqualTo("traffic-port");
    assertThat(made.protocolVersion()).isEqualTo("HTTP1");
    assertThat(made.loadBalancerArns()).isEmpty();
  }

  @Test
  void the_health_path_of_a_grpc_group_names_a_method() {
    simulation.targetGroup(
        "grpc", r -> r.protocolVersion("GRPC").healthCheckPath("/grpc.health.v1.Health/Check"));

    assertThat(
            Refusal.codeOf(
                () ->
                    simulation.targetGroup(
                        "plain", r -> r.protocolVersion("GRPC").healthCheckPath("/health"))))
        .isEqualTo("ValidationError");
  }

  @Test
  void a_grpc_group_is_checked_by_its_own_path_and_codes() {
    TargetGroup made =
        simulation.targetGroup("demo", r -> r.healthCheckPath(null).protocolVersion("GRPC"));

    assertThat(made.healthCheckPath()).isEqualTo("/AWS.ALB/healthcheck");
    assertThat(made.matcher().grpcCode()).isEqualTo("12");
  }

  @Test
  void creating_it_again_with_the_same_settings_returns_the_one_there_is() {
    TargetGroup first = simulation.targetGroup("demo", _ -> {});

    assertThat(simulation.targetGroup("demo", _ -> {}).targetGroupArn())
        .isEqualTo(first.targetGroupArn());
    assertThat(Refusal.codeOf(() -> simulation.targetGroup("demo", r -> r.port(8001))))
        .isEqualTo("DuplicateTargetGroupName");
  }

  @Test
  void a_health_check_can_be_modified_by_the_same_rules() {
    TargetGroup made = simulation.targetGroup("demo", _ -> {});
    TargetGroup changed =
        simulation
            .elb
            .modifyTargetGroup(
                r ->
                    r.targetGroupArn(made.targetGroupArn())
                        .healthCheckPath("/ready")
                        .healthCheckIntervalSeconds(15))
            .targetGroups()
            .getFirst();
    assertThat(changed.healthCheckPath()).isEqualTo("/ready");
    assertThat(changed.healthCheckTimeoutSeconds()).isEqualTo(5);

    assertThat(
            Refusal.codeOf(
                () ->
                    simulation.elb.modifyTargetGroup(
                        r ->
                            r.targetGroupArn(made.targetGroupArn()).healthCheckTimeoutSeconds(15))))
        .isEqualTo("ValidationError");
  }

  @Test
  void a_group_in_use_cannot_be_deleted() {
    TargetGroup made = simulation.targetGroup("demo", _ -> {});
    LoadBalancer balancer = simulation.balancer("demo", _ -> {});
    simulation.listener(balancer, 80, made);
    assertThat(Refusal.of(() -> delete(made)))
        .isEqualTo(
            new Refusal(
                "ResourceInUse",
                400,
                "Target group '"
                    + made.targetGroupArn()
                    + "' is currently in use by a listener or a rule"));

    simulation.elb.deleteLoadBalancer(r -> r.loadBalancerArn(balancer.loadBalancerArn()));
    delete(made);
    delete(made);
  }

  private void delete(TargetGroup group) {
    simulation.elb.deleteTargetGroup(r -> r.targetGroupArn(group.targetGroupArn()));
  }

  @Test
  void a_function_is_alone_and_has_neither_port_nor_protocol() {
    CreateTargetGroupRequest plain =
        CreateTargetGroupRequest.builder().name("function").targetType("lambda").build();
    TargetGroup made = simulation.elb.createTargetGroup(plain).targetGroups().getFirst();
    assertThat(made.port()).isNull();
    assertThat(made.healthCheckEnabled()).isFalse();
    assertThat(made.healthCheckIntervalSeconds()).isEqualTo(35);

    assertThat(
            Refusal.codeOf(
                () ->
                    simulation.elb.createTargetGroup(
                        plain.toBuilder().name("other").port(80).build())))
        .isEqualTo("ValidationError");
  }
}
