package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SslPolicy;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** IPv6, log buckets and TLS policies: what a load balancer takes from around it. */
class DualstackTest {
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

  private LoadBalancer in(String type, String scheme, String... subnets) {
    List<String> ids = Stream.of(subnets).map(simulation::subnet).toList();
    return simulation.balancer("demo", r -> r.ipAddressType(type).scheme(scheme).subnets(ids));
  }

  @Test
  void subnets_tell_their_ipv6_blocks_and_not_all_have_one() {
    List<Subnet> subnets =
        simulation
            .ec2
            .describeSubnets(r -> r.filters(Simulation.named("ml-platform-public-?")))
            .subnets();

    assertThat(subnets)
        .filteredOn(each -> !each.ipv6CidrBlockAssociationSet().isEmpty())
        .hasSize(3)
        .allSatisfy(
            each ->
                assertThat(each.ipv6CidrBlockAssociationSet().getFirst().ipv6CidrBlock())
                    .endsWith("::/64"));
    assertThat(subnets).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({
    "dualstack, internet-facing, ml-platform-public-a, ml-platform-public-b, true",
    "dualstack, internet-facing, ml-platform-public-a, ml-platform-public-d, false",
    "dualstack, internal, ml-platform-private-a, ml-platform-private-b, true",
    "dualstack, internal, ml-platform-private-a, ml-platform-private-c, false",
    "dualstack-without-public-ipv4, internet-facing, ml-platform-public-a, ml-platform-public-c, true"
  })
  void dualstack_needs_ipv6_in_every_subnet(
      String type, String scheme, String one, String other, boolean accepted) {
    if (accepted) {
      assertThat(in(type, scheme, one, other).ipAddressTypeAsString()).isEqualTo(type);
    } else {
      assertThat(Refusal.of(() -> in(type, scheme, one, other)))
          .isEqualTo(
              new Refusal(
                  "InvalidSubnet",
                  400,
                  "You must specify subnets with an associated IPv6 CIDR block."));
    }
  }

  @Test
  void an_internal_load_balancer_has_public_addresses_of_no_kind() {
    assertThat(
            Refusal.codeOf(
                () ->
                    in(
                        "dualstack-without-public-ipv4",
                        "internal",
                        "ml-platform-private-a",
                        "ml-platform-private-b")))
        .isEqualTo("InvalidConfigurationRequest");
  }

  @Test
  void the_address_type_can_be_changed_where_the_subnets_allow() {
    LoadBalancer made =
        in("ipv4", "internet-facing", "ml-platform-public-a", "ml-platform-public-b");
    String arn = made.loadBalancerArn();
    simulation.elb.setIpAddressType(r -> r.loadBalancerArn(arn).ipAddressType("dualstack"));
    List<String> further =
        List.of(
            simulation.subnet("ml-platform-public-a"), simulation.subnet("ml-platform-public-d"));

    assertThat(
            Refusal.codeOf(
                () -> simulation.elb.setSubnets(r -> r.loadBalancerArn(arn).subnets(further))))
        .isEqualTo("InvalidSubnet");
    simulation.elb.setSubnets(r -> r.loadBalancerArn(arn).subnets(further).ipAddressType("ipv4"));
    assertThat(
            Refusal.codeOf(
                () ->
                    simulation.elb.setIpAddressType(
                        r -> r.loadBalancerArn(arn).ipAddressType("dualstack"))))
        .isEqualTo("InvalidSubnet");
  }

  @Test
  void ipv6_targets_need_a_dualstack_load_balancer_and_ipv6_addresses() {
    TargetGroup group =
        simulation.targetGroup("six", r -> r.targetType("ip").ipAddressType("ipv6"));
    assertThat(Refusal.codeOf(() -> register(group, "10.20.16.11"))).isEqualTo("ValidationError");
    register(group, "2001:db8:1234:1a10::5");
    LoadBalancer plain = simulation.balancer("plain", _ -> {});
    assertThat(Refusal.codeOf(() -> simulation.listener(plain, 80, group)))
        .isEqualTo("InvalidConfigurationRequest");

    LoadBalancer dual =
        in("dualstack", "internet-facing", "ml-platform-public-a", "ml-platform-public-b");
    assertThat(simulation.listener(dual, 80, group)).startsWith("arn:");
  }

  private void register(TargetGroup group, String address) {
    register(group, TargetDescription.builder().id(address).build());
  }

  private void register(TargetGroup group, String address, String zone) {
    register(group, TargetDescription.builder().id(address).availabilityZone(zone).build());
  }

  private void register(TargetGroup group, TargetDescription target) {
    simulation.elb.registerTargets(r -> r.targetGroupArn(group.targetGroupArn()).targets(target));
  }

  @ParameterizedTest
  @CsvSource({
    "10.20.0.0, true",
    "10.255.255.255, true",
    "172.16.0.1, true",
    "172.31.255.255, true",
    "172.32.0.0, false",
    "192.168.0.1, true",
    "192.169.0.0, false",
    "100.64.0.0, true",
    "100.127.255.255, true",
    "100.128.0.0, false",
    "100.63.255.255, false"
  })
  void addresses_are_private_or_shared(String address, boolean accepted) {
    TargetGroup group = simulation.targetGroup("demo", r -> r.targetType("ip"));

    if (accepted) {
      register(group, address, "all");
    } else {
      assertThat(Refusal.codeOf(() -> register(group, address, "all")))
          .isEqualTo("ValidationError");
    }
  }

  @Test
  void a_zone_is_one_of_the_region_or_all_and_none_for_instances() {
    TargetGroup addresses = simulation.targetGroup("ip", r -> r.targetType("ip"));
    register(addresses, "192.168.0.1", "us-west-2a");
    assertThat(Refusal.codeOf(() -> register(addresses, "192.168.0.2", "us-east-1a")))
        .isEqualTo("ValidationError");

    TargetGroup instances = simulation.targetGroup("instances", _ -> {});
    String id = simulation.instance("vllm-llama-3-8b-a");
    assertThat(Refusal.codeOf(() -> register(instances, id, "all"))).isEqualTo("ValidationError");
  }

  @ParameterizedTest
  @CsvSource({
    "access_logs, practice-lb-logs-us-west-2, true",
    "connection_logs, practice-lb-logs-archive-us-west-2, true",
    "health_check_logs, practice-lb-logs-us-west-2, true",
    "access_logs, practice-lb-logs-us-east-1, false",
    "access_logs, practice-private-data-us-west-2, false",
    "access_logs, no-such-bucket, false"
  })
  void logs_go_to_a_bucket_of_the_region_that_admits_them(
      String log, String bucket, boolean accepted) {
    LoadBalancer made = simulation.balancer("demo", _ -> {});
    Runnable request =
        () ->
            simulation.elb.modifyLoadBalancerAttributes(
                r ->
                    r.loadBalancerArn(made.loadBalancerArn())
                        .attributes(
                            attribute(log + ".s3.enabled", "true"),
                            attribute(log + ".s3.bucket", bucket),
                            attribute(log + ".s3.prefix", "alb")));

    if (accepted) {
      request.run();
    } else {
      assertThat(Refusal.codeOf(request)).isEqualTo("InvalidConfigurationRequest");
    }
  }

  private static LoadBalancerAttribute attribute(String key, String value) {
    return LoadBalancerAttribute.builder().key(key).value(value).build();
  }

  @Test
  void a_log_prefix_must_not_contain_the_name_that_aws_adds() {
    LoadBalancer made = simulation.balancer("demo", _ -> {});

    assertThat(
            Refusal.codeOf(
                () ->
                    simulation.elb.modifyLoadBalancerAttributes(
                        r ->
                            r.loadBalancerArn(made.loadBalancerArn())
                                .attributes(attribute("access_logs.s3.prefix", "a/AWSLogs")))))
        .isEqualTo("ValidationError");
  }

  @Test
  void tls_policies_tell_their_protocols_and_ciphers() {
    List<SslPolicy> all = simulation.elb.describeSSLPolicies(r -> {}).sslPolicies();
    assertThat(all)
        .hasSizeGreaterThan(20)
        .allSatisfy(each -> assertThat(each.ciphers()).isNotEmpty());

    SslPolicy modern =
        simulation
            .elb
            .describeSSLPolicies(r -> r.names("ELBSecurityPolicy-TLS13-1-3-2021-06"))
            .sslPolicies()
            .getFirst();
    assertThat(modern.sslProtocols()).containsExactly("TLSv1.3");
    assertThat(modern.ciphers())
        .extracting(cipher -> cipher.name())
        .containsExactly(
            "TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256");
    assertThat(
            Refusal.codeOf(
                () -> simulation.elb.describeSSLPolicies(r -> r.names("no-such-policy"))))
        .isEqualTo("SSLPolicyNotFound");
  }
}
