package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;

/** Attributes, tags and limits of load balancers. */
class LoadBalancerAttributeTest {
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

  private LoadBalancer describe(LoadBalancer balancer) {
    return simulation
        .elb
        .describeLoadBalancers(r -> r.loadBalancerArns(balancer.loadBalancerArn()))
        .loadBalancers()
        .getFirst();
  }

  private void delete(LoadBalancer balancer) {
    simulation.elb.deleteLoadBalancer(r -> r.loadBalancerArn(balancer.loadBalancerArn()));
  }

  @Test
  void deletion_protection_protects() {
    LoadBalancer made = simulation.balancer("demo", _ -> {});
    modify(made, "deletion_protection.enabled", "true");
    assertThat(Refusal.codeOf(() -> delete(made))).isEqualTo("OperationNotPermitted");

    modify(made, "deletion_protection.enabled", "false");
    delete(made);
    assertThat(Refusal.codeOf(() -> describe(made))).isEqualTo("LoadBalancerNotFound");
    delete(made);
  }

  private void modify(LoadBalancer balancer, String key, String value) {
    LoadBalancerAttribute attribute = LoadBalancerAttribute.builder().key(key).value(value).build();
    simulation.elb.modifyLoadBalancerAttributes(
        r -> r.loadBalancerArn(balancer.loadBalancerArn()).attributes(attribute));
  }

  private String attribute(LoadBalancer balancer, String key) {
    return simulation
        .elb
        .describeLoadBalancerAttributes(r -> r.loadBalancerArn(balancer.loadBalancerArn()))
        .attributes()
        .stream()
        .filter(each -> each.key().equals(key))
        .map(LoadBalancerAttribute::value)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "idle_timeout.timeout_seconds, 60, 1",
    "idle_timeout.timeout_seconds, 60, 4000",
    "client_keep_alive.seconds, 3600, 60",
    "client_keep_alive.seconds, 3600, 604800",
    "routing.http.desync_mitigation_mode, defensive, strictest",
    "routing.http.xff_header_processing.mode, append, remove"
  })
  void attributes_have_defaults_and_can_be_changed(String key, String initial, String next) {
    LoadBalancer made = simulation.balancer("demo", _ -> {});
    assertThat(attribute(made, key)).isEqualTo(initial);

    modify(made, key, next);
    assertThat(attribute(made, key)).isEqualTo(next);
  }

  @ParameterizedTest
  @CsvSource({
    "idle_timeout.timeout_seconds, 0",
    "idle_timeout.timeout_seconds, 4001",
    "idle_timeout.timeout_seconds, long",
    "client_keep_alive.seconds, 59",
    "client_keep_alive.seconds, 604801",
    "deletion_protection.enabled, yes",
    "no.such.attribute, 1"
  })
  void attributes_outside_their_ranges_are_refused(String key, String value) {
    LoadBalancer made = simulation.balancer("demo", _ -> {});

    assertThat(Refusal.codeOf(() -> modify(made, key, value))).isEqualTo("ValidationError");
  }

  @Test
  void logs_need_a_bucket() {
    LoadBalancer made = simulation.balancer("demo", _ -> {});

    assertThat(Refusal.codeOf(() -> modify(made, "access_logs.s3.enabled", "true")))
        .isEqualTo("InvalidConfigurationRequest");
  }

  @Test
  void tags_can_be_added_changed_and_removed() {
    Tag owner = Tag.builder().key("owner").value("me").build();
    Tag env = Tag.builder().key("env").value("test").build();
    LoadBalancer made = simulation.balancer("demo", r -> r.tags(owner));
    String arn = made.loadBalancerArn();
    simulation.elb.addTags(
        r -> r.resourceArns(arn).tags(env, owner.toBuilder().value("you").build()));
    simulation.elb.removeTags(r -> r.resourceArns(arn).tagKeys("env", "absent"));

    assertThat(
            simulation
                .elb
                .describeTags(r -> r.resourceArns(arn))
                .tagDescriptions()
                .getFirst()
                .tags())
        .containsExactly(owner.toBuilder().value("you").build());
  }

  @ParameterizedTest
  @CsvSource({"aws:mine, x", "AWS:mine, x", "semi;colon, x", "k, dollar$"})
  void tags_with_other_letters_or_reserved_keys_are_refused(String key, String value) {
    Tag tag = Tag.builder().key(key).value(value).build();

    assertThat(Refusal.codeOf(() -> simulation.balancer("demo", r -> r.tags(tag))))
        .isEqualTo("ValidationError");
  }

  @Test
  void the_limits_of_the_account_can_be_read() {
    assertThat(simulation.elb.describeAccountLimits(r -> {}).limits())
        .anySatisfy(
            limit -> {
              assertThat(limit.name()).isEqualTo("application-load-balancers");
              assertThat(limit.max()).isEqualTo("50");
            });
    assertThat(simulation.elb.describeSSLPolicies(r -> {}).sslPolicies())
        .anySatisfy(
            policy -> assertThat(policy.name()).isEqualTo("ELBSecurityPolicy-TLS13-1-2-2021-06"));
  }
}
