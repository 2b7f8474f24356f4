package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import portico.practice.aws.state.Account;
import portico.practice.aws.state.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/** The quotas of the account: the last that fits, and the first that does not. */
class QuotaTest extends QuotaScene {
  @ParameterizedTest
  @CsvSource({
    "application-load-balancers, 50",
    "target-groups, 3000",
    "targets-per-application-load-balancer, 1000",
    "listeners-per-application-load-balancer, 50",
    "rules-per-application-load-balancer, 100",
    "certificates-per-application-load-balancer, 25",
    "target-groups-per-application-load-balancer, 100",
    "target-groups-per-action-on-application-load-balancer, 5",
    "targets-per-target-group, 1000",
    "condition-values-per-alb-rule, 5",
    "condition-wildcards-per-alb-rule, 6"
  })
  void the_account_tells_its_quotas(String name, String most) {
    assertThat(simulation.elb.describeAccountLimits(r -> {}).limits())
        .anySatisfy(
            limit -> {
              assertThat(limit.name()).isEqualTo(name);
              assertThat(limit.max()).isEqualTo(most);
            });
  }

  @Test
  void a_region_has_room_for_3000_target_groups() {
    simulation.targetGroup("first", _ -> {});
    arrange(
        region -> {
          var first = region.targetGroups().values().iterator().next();
          for (int i = 0; i < 2998; i++) {
            region.targetGroups().put(first.arn() + i, first);
          }
        });
    simulation.targetGroup("last", _ -> {});

    assertThat(Refusal.codeOf(() -> simulation.targetGroup("more", _ -> {})))
        .isEqualTo("TooManyTargetGroups");
  }

  @Test
  void a_load_balancer_has_room_for_25_further_certificates() {
    LoadBalancer balancer = simulation.balancer("demo", _ -> {});
    List<String> arns = new ArrayList<>();
    simulation.ec2.describeVpcs();
    arrange(
        region -> {
          Certificate issued =
              region.certificates().values().stream()
                  .filter(each -> each.domain().equals("demo.example.com"))
                  .findFirst()
                  .orElseThrow();
          for (int i = 0; i < 27; i++) {
            String arn =
                issued.arn().substring(0, issued.arn().lastIndexOf('/') + 1) + UUID.randomUUID();
            arns.add(arn);
            region
                .certificates()
                .put(
                    arn,
                    new Certificate(
                        arn,
                        issued.domain(),
                        issued.alternativeNames(),
                        issued.status(),
                        issued.type(),
                        issued.keyAlgorithm(),
                        issued.createdAt(),
                        issued.notBefore(),
                        issued.notAfter()));
          }
        });
    String listener =
        simulation
            .elb
            .createListener(
                r ->
                    r.loadBalancerArn(balancer.loadBalancerArn())
                        .protocol("HTTPS")
                        .port(443)
                        .certificates(certificate(arns.removeFirst()))
                        .defaultActions(fixed()))
            .listeners()
            .getFirst()
            .listenerArn();
    arns.subList(0, 25).forEach(arn -> add(listener, arn));

    assertThat(Refusal.codeOf(() -> add(listener, arns.getLast())))
        .isEqualTo("TooManyCertificates");
    assertThat(
            simulation
                .elb
                .describeListenerCertificates(r -> r.listenerArn(listener))
                .certificates())
        .hasSize(26);
  }

  private static software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate
      certificate(String arn) {
    return software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate.builder()
        .certificateArn(arn)
        .build();
  }

  private void add(String listener, String arn) {
    simulation.elb.addListenerCertificates(
        r -> r.listenerArn(listener).certificates(certificate(arn)));
  }

  private static Action fixed() {
    return Action.builder()
        .type("fixed-response")
        .fixedResponseConfig(f -> f.statusCode("200"))
        .build();
  }

  private static List<TargetDescription> addresses(int block, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "10.20." + (block + i / 250) + "." + (i % 250 + 1))
        .map(address -> TargetDescription.builder().id(address).build())
        .toList();
  }

  private void register(TargetGroup group, List<TargetDescription> targets) {
    simulation.elb.registerTargets(r -> r.targetGroupArn(group.targetGroupArn()).targets(targets));
  }

  @Test
  void a_load_balancer_has_room_for_1000_targets_over_all_its_groups() {
    TargetGroup first = simulation.targetGroup("first", r -> r.targetType("ip"));
    TargetGroup second = simulation.targetGroup("second", r -> r.targetType("ip"));
    LoadBalancer balancer = simulation.balancer("demo", _ -> {});
    simulation.listener(balancer, 80, first);
    simulation.listener(balancer, 81, second);
    register(first, addresses(100, 999));
    register(second, addresses(120, 1));

    assertThat(Refusal.codeOf(() -> register(second, addresses(121, 1))))
        .isEqualTo("TooManyTargets");
    assertThat(
            simulation
                .elb
                .describeTargetHealth(r -> r.targetGroupArn(second.targetGroupArn()))
                .targetHealthDescriptions())
        .hasSize(1);

    TargetGroup third = simulation.targetGroup("third", r -> r.targetType("ip"));
    register(third, addresses(121, 1));
    assertThat(Refusal.codeOf(() -> simulation.listener(balancer, 82, third)))
        .isEqualTo("TooManyTargets");
  }

  @Test
  void a_load_balancer_has_room_for_100_target_groups() {
    LoadBalancer balancer = simulation.balancer("demo", _ -> {});
    List<TargetGroup> groups =
        IntStream.range(0, 101)
            .mapToObj(i -> simulation.targetGroup("group-" + i, _ -> {}))
            .toList();
    String listener = simulation.listener(balancer, 80, groups.getFirst());
    for (int i = 0; i < 20; i++) {
      forward(listener, i + 1, groups.subList(5 * i, 5 * i + 5));
    }

    assertThat(Refusal.codeOf(() -> forward(listener, 50, groups.subList(100, 101))))
        .isEqualTo("TooManyUniqueTargetGroupsPerLoadBalancer");
    forward(listener, 50, groups.subList(99, 100));
  }

  private void forward(String listener, int priority, List<TargetGroup> groups) {
    List<TargetGroupTuple> weighted =
        groups.stream()
            .map(each -> TargetGroupTuple.builder().targetGroupArn(each.targetGroupArn()).build())
            .toList();
    Action action =
        Action.builder().type("forward").forwardConfig(f -> f.targetGroups(weighted)).build();
    RuleCondition path =
        RuleCondition.builder().field("path-pattern").values("/" + priority).build();
    simulation.elb.createRule(
        r -> r.listenerArn(listener).priority(priority).conditions(path).actions(action));
  }

  @Test
  void an_account_of_the_first_form_is_taken_over_with_what_it_had_not() throws IOException {
    LoadBalancer made = simulation.balancer("demo", _ -> {});
    simulation.close();
    AccountFiles.backToTheFirstForm(folder.resolve("state.json"));
    simulation = new Simulation(folder);

    assertThat(simulation.elb.describeLoadBalancers().loadBalancers())
        .extracting(LoadBalancer::loadBalancerArn)
        .containsExactly(made.loadBalancerArn());
    try (SignedHttp http = new SignedHttp(simulation.aws.endpoint())) {
      assertThat(
              http.json("wafv2", "AWSWAF_20190729.ListWebACLs", "{'Scope':'REGIONAL'}")
                  .json()
                  .path("WebACLs"))
          .hasSize(2);
    }
    assertThat(folder.resolve("state.json"))
        .content()
        .doesNotContain("\"format\":" + Account.FORMAT);
    simulation.targetGroup("new", _ -> {});
    assertThat(folder.resolve("state.json")).content().contains("\"format\":" + Account.FORMAT);
  }
}
