package portico.model;

import static org.assertj.core.api.Assertions.assertThat;
import static portico.model.SpecSamples.CERTIFICATE;
import static portico.model.SpecSamples.POLICY;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AccountRulesTest {
  @Test
  void certificates_exist_and_are_issued() {
    TlsSpec tls =
        new TlsSpec(
            POLICY,
            CERTIFICATE,
            List.of("gone:acm:", "arn:aws:iam::123456789012:server-certificate/a"));
    EnvironmentSpec spec =
        SpecSamples.with(
            new ListenerSpec("web", Protocol.HTTP, 80, SpecSamples.GROUP),
            new ListenerSpec(
                "tls", Protocol.HTTPS, 443, Optional.of(tls), SpecSamples.FORWARD, List.of()));

    assertThat(AccountRules.certificates(spec, Map.of(CERTIFICATE, "PENDING_VALIDATION")))
        .containsExactly(
            Violation.of(
                "listeners[1].tls.certificateArn",
                Rule.CERTIFICATE_NOT_ISSUED,
                CERTIFICATE,
                "PENDING_VALIDATION"),
            Violation.of(
                "listeners[1].tls.furtherCertificateArns[0]",
                Rule.CERTIFICATE_UNKNOWN,
                "gone:acm:"));
    assertThat(AccountRules.certificate("a", CERTIFICATE, Map.of(CERTIFICATE, "ISSUED"))).isEmpty();
  }

  @Test
  void a_web_acl_exists() {
    EnvironmentSpec spec =
        SpecSamples.with(
            SpecSamples.balancer(
                Scheme.INTERNAL,
                IpAddressType.IPV4,
                List.of(),
                LoadBalancerAttributes.AWS,
                Optional.of("acl"),
                Map.of()));

    assertThat(AccountRules.webAcl(spec, Set.of("acl", "other"))).isEmpty();
    assertThat(AccountRules.webAcl(spec, Set.of("other")))
        .containsExactly(Violation.of("loadBalancer.webAclArn", Rule.WEB_ACL_UNKNOWN, "acl"));
    assertThat(AccountRules.webAcl(SpecSamples.GOOD, Set.of())).isEmpty();
  }

  @Test
  void a_pool_exists() {
    EnvironmentSpec spec =
        SpecSamples.with(
            SpecSamples.fromPool("ipam-pool-0", Scheme.INTERNET_FACING, IpAddressType.IPV4));

    assertThat(AccountRules.ipamPool(spec, Set.of("ipam-pool-0"))).isEmpty();
    assertThat(AccountRules.ipamPool(spec, Set.of("ipam-pool-1")))
        .containsExactly(
            Violation.of("loadBalancer.ipv4IpamPoolId", Rule.IPAM_POOL_UNKNOWN, "ipam-pool-0"));
    assertThat(AccountRules.ipamPool(SpecSamples.GOOD, Set.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "api.example.com, true",
    "example.com, true",
    "API.example.com., true",
    "a.b.example.com, true",
    "api.example.org, false",
    "notexample.com, false",
    "com, false"
  })
  void an_own_name_is_in_its_zone(String name, boolean within) {
    EnvironmentSpec spec = SpecSamples.named(new DnsRecordSpec("Z1", name));

    assertThat(AccountRules.dnsRecords(spec, Map.of("Z1", "example.com")))
        .isEqualTo(
            within
                ? List.of()
                : List.of(
                    Violation.of(
                        "loadBalancer.dnsRecords[0].name",
                        Rule.DOMAIN_NAME_OUTSIDE_ZONE,
                        name,
                        "example.com")));
  }

  @Test
  void the_zone_of_an_own_name_exists() {
    EnvironmentSpec spec = SpecSamples.named(new DnsRecordSpec("Z1", "api.example.com"));

    assertThat(AccountRules.dnsRecords(spec, Map.of("Z2", "example.com")))
        .containsExactly(
            Violation.of(
                "loadBalancer.dnsRecords[0].hostedZoneId", Rule.HOSTED_ZONE_UNKNOWN, "Z1"));
  }

  @ParameterizedTest
  @EnumSource(IpAddressType.class)
  void each_subnet_has_ipv6_where_the_load_balancer_has(IpAddressType type) {
    EnvironmentSpec spec = SpecSamples.with(SpecSamples.balancer(Scheme.INTERNET_FACING, type));
    Violation violation =
        Violation.of("loadBalancer.subnetIds[1]", Rule.SUBNET_WITHOUT_IPV6, SpecSamples.SUBNET_B);

    assertThat(AccountRules.ipv6Subnets(spec, Set.of(SpecSamples.SUBNET_A)))
        .isEqualTo(type == IpAddressType.IPV4 ? List.of() : List.of(violation));
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1,,true",
    "10.1.255.255,,true",
    "10.2.0.0,,false",
    "10.2.0.0,all,true",
    "not an address,,true"
  })
  void a_target_outside_the_vpc_has_a_zone(String address, String zone, boolean allowed) {
    IpTarget target = new IpTarget(address, OptionalInt.empty(), Optional.ofNullable(zone));
    EnvironmentSpec spec = SpecSamples.with(SpecSamples.group(TargetType.IP, List.of(target)));
    Violation violation =
        Violation.of("targetGroups[0].targets[0].zone", Rule.IP_TARGET_ZONE_NEEDED, address);

    assertThat(AccountRules.ipTargets(spec, List.of(new Ipv4Network(10 << 24, 15))))
        .isEqualTo(allowed ? List.of() : List.of(violation));
  }
}
