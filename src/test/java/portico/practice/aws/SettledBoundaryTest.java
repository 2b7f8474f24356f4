package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import portico.practice.aws.ec2.Cidr;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.Ipv6Range;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.FixedResponseActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RedirectActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;

/** Boundaries that were settled by comparing with the rules of the model: see docs/rules.md. */
class SettledBoundaryTest {
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

  @ParameterizedTest
  @CsvSource({"a/b,true", "/a,false", "a/,false", "/,false"})
  void a_log_prefix_has_no_slash_at_either_end(String prefix, boolean accepted) {
    String arn = simulation.balancer("demo", _ -> {}).loadBalancerArn();
    LoadBalancerAttribute attribute =
        LoadBalancerAttribute.builder().key("access_logs.s3.prefix").value(prefix).build();
    Runnable change =
        () ->
            simulation.elb.modifyLoadBalancerAttributes(
                r -> r.loadBalancerArn(arn).attributes(attribute));

    if (accepted) {
      change.run();
    } else {
      assertThat(Refusal.of(change).message())
          .isEqualTo("The value of 'access_logs.s3.prefix' cannot start or end with '/'");
    }
  }

  @Test
  void a_subnet_twice_is_two_in_one_zone() {
    List<String> twice =
        List.of(
            simulation.subnet("ml-platform-public-a"),
            simulation.subnet("ml-platform-public-b"),
            simulation.subnet("ml-platform-public-a"));

    assertThat(Refusal.codeOf(() -> simulation.balancer("demo", r -> r.subnets(twice))))
        .isEqualTo("InvalidConfigurationRequest");
  }

  @Test
  void two_hyphens_together_may_be_in_a_target_groups_name() {
    assertThat(simulation.targetGroup("new--group", _ -> {}).targetGroupName())
        .isEqualTo("new--group");
  }

  @Test
  void an_empty_matcher_is_none() {
    assertThat(
            Refusal.codeOf(
                () -> simulation.targetGroup("demo", r -> r.matcher(m -> m.httpCode("")))))
        .isEqualTo("ValidationError");
  }

  private String refusal(Action action) {
    String arn = simulation.balancer("demo", _ -> {}).loadBalancerArn();
    return Refusal.codeOf(
        () ->
            simulation.elb.createListener(
                r -> r.loadBalancerArn(arn).protocol("HTTP").port(80).defaultActions(action)));
  }

  private static Action redirect(Consumer<RedirectActionConfig.Builder> otherwise) {
    return Action.builder()
        .type("redirect")
        .redirectConfig(
            c -> {
              c.statusCode("HTTP_301").protocol("HTTPS");
              otherwise.accept(c);
            })
        .build();
  }

  private static Action response(Consumer<FixedResponseActionConfig.Builder> otherwise) {
    return Action.builder()
        .type("fixed-response")
        .fixedResponseConfig(
            c -> {
              c.statusCode("200");
              otherwise.accept(c);
            })
        .build();
  }

  @Test
  void an_empty_part_of_an_action_is_not_one_that_is_left_out() {
    assertThat(refusal(redirect(c -> c.host("")))).isEqualTo("ValidationError");
    assertThat(refusal(redirect(c -> c.path("")))).isEqualTo("ValidationError");
    assertThat(refusal(response(c -> c.contentType("")))).isEqualTo("ValidationError");
  }

  @Test
  void an_empty_policy_is_not_the_usual_one() {
    String arn = simulation.balancer("demo", _ -> {}).loadBalancerArn();
    String issued =
        simulation.acm.listCertificates().certificateSummaryList().stream()
            .filter(each -> each.domainName().equals("demo.example.com"))
            .findFirst()
            .orElseThrow()
            .certificateArn();
    Certificate certificate = Certificate.builder().certificateArn(issued).build();

    assertThat(
            Refusal.codeOf(
                () ->
                    simulation.elb.createListener(
                        r ->
                            r.loadBalancerArn(arn)
                                .protocol("HTTPS")
                                .port(443)
                                .sslPolicy("")
                                .certificates(certificate)
                                .defaultActions(response(_ -> {})))))
        .isEqualTo("SSLPolicyNotFound");
  }

  @Test
  void a_group_has_60_rules_for_ipv4_and_60_for_ipv6() {
    String vpc = simulation.vpc("ml-platform");
    String group =
        simulation
            .ec2
            .createSecurityGroup(r -> r.groupName("web").description("For tests").vpcId(vpc))
            .groupId();
    for (int index = 0; index < 60; index++) {
      admit(group, "10.0.%d.0/24".formatted(index), "2001:db8:%x::/48".formatted(index));
    }

    assertThat(Refusal.codeOf(() -> admit(group, "10.1.0.0/24"))).isEqualTo(FULL);
    assertThat(Refusal.codeOf(() -> admit(group, "2001:db8:100::/48"))).isEqualTo(FULL);
  }

  private static final String FULL = "RulesPerSecurityGroupLimitExceeded";

  private void admit(String group, String... cidrs) {
    for (String cidr : cidrs) {
      IpPermission.Builder permission =
          IpPermission.builder().ipProtocol("tcp").fromPort(80).toPort(80);
      IpPermission made =
          cidr.contains(":")
              ? permission.ipv6Ranges(Ipv6Range.builder().cidrIpv6(cidr).build()).build()
              : permission.ipRanges(IpRange.builder().cidrIp(cidr).build()).build();
      simulation.ec2.authorizeSecurityGroupIngress(r -> r.groupId(group).ipPermissions(made));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "010.0.0.0/8",
        "10.0.0.0/08",
        "10.0.0.256/32",
        "10.0.0/24",
        "fe80::%1/64",
        "10.0.0.0"
      })
  void some_texts_are_no_networks(String text) {
    assertThat(Cidr.parse(text)).isEmpty();
  }

  @Test
  void an_ipv4_address_within_ipv6_stays_one_of_ipv6() {
    assertThat(Cidr.number("::ffff:10.20.16.9")).isPresent();
    assertThat(Cidr.number("::ffff:10.20.16.9").orElseThrow().v4()).isFalse();
    String arn = simulation.targetGroup("demo", r -> r.targetType("ip")).targetGroupArn();
    TargetDescription target =
        TargetDescription.builder().id("::ffff:10.20.16.9").availabilityZone("all").build();

    assertThat(
            Refusal.codeOf(
                () -> simulation.elb.registerTargets(r -> r.targetGroupArn(arn).targets(target))))
        .isEqualTo("ValidationError");
  }

  @Test
  void two_functions_are_too_many_in_one_request_too() {
    String arn =
        simulation
            .elb
            .createTargetGroup(r -> r.name("function").targetType("lambda"))
            .targetGroups()
            .getFirst()
            .targetGroupArn();
    String start = "arn:aws:lambda:us-west-2:123456789012:function:";
    try (SignedHttp http = new SignedHttp(simulation.aws.endpoint())) {
      for (String name : List.of("chat-fallback", "model-status")) {
        permit(http, name, "");
      }
      List<TargetDescription> both =
          List.of(
              TargetDescription.builder().id(start + "chat-fallback").build(),
              TargetDescription.builder().id(start + "model-status").build());

      assertThat(
              Refusal.codeOf(
                  () -> simulation.elb.registerTargets(r -> r.targetGroupArn(arn).targets(both))))
          .isEqualTo("TooManyTargets");
      assertThat(permit(http, "chat-fallback", "$LATEST").error())
          .contains("InvalidParameterValueException");
    }
  }

  private static SignedHttp.Answer permit(SignedHttp http, String function, String qualifier) {
    return http.rest(
        "lambda",
        "POST",
        "/2015-03-31/functions/"
            + function
            + "/policy"
            + (qualifier.isEmpty() ? "" : "?Qualifier=" + qualifier.replace("$", "%24")),
        "{'StatementId':'any','Action':'lambda:InvokeFunction',"
            + "'Principal':'elasticloadbalancing.amazonaws.com'}");
  }
}
