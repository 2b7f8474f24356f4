package portico.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import portico.catalog.CatalogFailure;
import portico.catalog.Certificate;
import portico.catalog.DnsRecord;
import portico.catalog.HostedZone;
import portico.catalog.LoadBalancerState;
import portico.model.ActionSpec;
import portico.model.DnsRecordSpec;
import portico.model.EnvironmentSpec;
import portico.model.ListenerSpec;
import portico.model.LoadBalancerSpec;
import portico.model.Protocol;
import portico.model.Rule;
import portico.model.TlsSpec;
import portico.model.Violation;
import portico.testing.FakeCatalog;
import portico.testing.Samples;

/** The user's own names, before the deployment. */
class DnsChecksTest {
  private static final String ARN = "arn:aws:acm:us-west-2:123456789012:certificate/a";
  private static final DnsRecordSpec API = new DnsRecordSpec("Z1", "api.example.com");

  private final FakeCatalog catalog = FakeCatalog.withNetwork();

  @BeforeEach
  void zone() {
    catalog.hostedZones.add(new HostedZone("Z1", "example.com", false));
  }

  private static EnvironmentSpec spec(DnsRecordSpec... records) {
    EnvironmentSpec plain = Samples.spec();
    LoadBalancerSpec old = plain.loadBalancer();
    return new EnvironmentSpec(
        plain.region(),
        new LoadBalancerSpec(
            old.name(),
            old.scheme(),
            old.ipAddressType(),
            old.vpcId(),
            old.subnetIds(),
            old.securityGroupIds(),
            old.attributes(),
            old.webAclArn(),
            old.tags(),
            old.ipv4IpamPoolId(),
            List.of(records)),
        plain.targetGroups(),
        plain.listeners(),
        plain.access());
  }

  private static EnvironmentSpec secure(DnsRecordSpec... records) {
    EnvironmentSpec plain = spec(records);
    TlsSpec tls = new TlsSpec("ELBSecurityPolicy-TLS13-1-2-2021-06", ARN, List.of());
    return new EnvironmentSpec(
        plain.region(),
        plain.loadBalancer(),
        plain.targetGroups(),
        List.of(
            new ListenerSpec(
                "secure",
                Protocol.HTTPS,
                443,
                Optional.of(tls),
                ActionSpec.Forward.to(plain.targetGroups().getFirst().name()),
                List.of())),
        plain.access());
  }

  private List<Check> checks(EnvironmentSpec spec) {
    return new DnsChecks(catalog, spec, Optional.empty()).all();
  }

  private void standing(String type, String target) {
    catalog.dnsRecords.put("Z1", List.of(new DnsRecord("api.example.com", type, target)));
  }

  @Test
  void without_a_name_nothing_is_read() {
    assertThat(checks(spec())).isEmpty();
    assertThat(catalog.calls).isEmpty();
  }

  @Test
  void names_that_are_free_pass() {
    assertThat(checks(spec(API)))
        .containsExactly(Check.of(Finding.DNS_NAMES_FREE, "api.example.com"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "AAAA", "CNAME"})
  void a_record_of_somebody_else_is_named(String type) {
    standing(type, "other.example.net");

    assertThat(checks(spec(API)))
        .containsExactly(
            Check.of(Finding.DNS_NAME_TAKEN, "api.example.com", type, "other.example.net"));
  }

  @Test
  void records_of_other_types_stand_beside_it() {
    standing("TXT", "\"v=spf1\"");

    assertThat(checks(spec(API)))
        .extracting(Check::finding)
        .containsExactly(Finding.DNS_NAMES_FREE);
  }

  @Test
  void the_environments_own_record_is_no_hindrance() {
    standing("A", "demo-1.us-west-2.elb.amazonaws.com");

    assertThat(new DnsChecks(catalog, spec(API), Optional.of(spec(API))).all())
        .extracting(Check::finding)
        .containsExactly(Finding.DNS_NAMES_FREE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "dualstack."})
  void nor_is_what_an_interrupted_run_has_left(String before) {
    standing("A", before + "demo-1.us-west-2.elb.amazonaws.com");
    String name = spec().loadBalancer().name();
    catalog.loadBalancers.put(
        name,
        new LoadBalancerState(
            "arn", name, "Demo-1.us-west-2.elb.amazonaws.com", "active", "vpc", Map.of()));

    assertThat(checks(spec(API)))
        .extracting(Check::finding)
        .containsExactly(Finding.DNS_NAMES_FREE);
  }

  @Test
  void a_zone_that_is_gone_or_holds_another_name_fails() {
    DnsRecordSpec gone = new DnsRecordSpec("Z2", "api.example.com");
    DnsRecordSpec outside = new DnsRecordSpec("Z1", "api.example.org");

    assertThat(checks(spec(gone, outside)))
        .containsExactly(
            Check.of(
                Finding.DNS_NAME_UNFIT,
                Violation.of(".hostedZoneId", Rule.HOSTED_ZONE_UNKNOWN, "Z2")),
            Check.of(
                Finding.DNS_NAME_UNFIT,
                Violation.of(
                    ".name", Rule.DOMAIN_NAME_OUTSIDE_ZONE, "api.example.org", "example.com")));
  }

  @ParameterizedTest
  @CsvSource({
    "api.example.com,,false",
    "*.example.com,,false",
    "www.example.com,api.example.com,false",
    "www.example.com,,true",
    "*.api.example.com,,true"
  })
  void a_name_that_no_certificate_is_for_is_warned_of(
      String domain, String alternative, boolean warned) {
    List<String> names = new ArrayList<>(List.of(domain));
    Optional.ofNullable(alternative).ifPresent(names::add);
    catalog.certificates.add(new Certificate(ARN, domain, names, "ISSUED", Optional.empty()));

    assertThat(
            checks(secure(API))
                .contains(Check.of(Finding.DNS_NAME_UNCOVERED, "api.example.com", "secure")))
        .isEqualTo(warned);
  }

  @Test
  void an_account_that_may_not_read_its_zones_hinders_nobody() {
    catalog.failure = Optional.of(new CatalogFailure.Throttled("route53:ListHostedZones"));

    assertThat(checks(spec(API))).extracting(Check::finding).containsExactly(Finding.DNS_UNKNOWN);
  }
}
