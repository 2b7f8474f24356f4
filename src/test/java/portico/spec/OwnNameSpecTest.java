package portico.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import portico.catalog.HostedZone;
import portico.model.DnsRecordSpec;
import portico.model.EnvironmentSpec;
import portico.testing.FakeCatalog;
import portico.text.FailureText;
import portico.text.Words;

/** Names of the user's own in a spec file. */
class OwnNameSpecTest {
  private static final SpecText TEXT = new SpecText(new FailureText(Words.core()));

  private final FakeCatalog catalog = FakeCatalog.withNetwork();

  private SpecAnswer<EnvironmentSpec> resolve(String records) {
    if (SpecFile.read("loadBalancer: {dnsRecords: [" + records + "]}")
        instanceof SpecAnswer.Read<SpecDraft>(SpecDraft draft)) {
      return new SpecResolver(catalog, () -> Optional.of("203.0.113.7"), "us-west-2")
          .resolve(draft);
    }
    throw new AssertionError("not a spec: " + records);
  }

  private List<DnsRecordSpec> records(String records) {
    if (resolve(records) instanceof SpecAnswer.Read<EnvironmentSpec>(EnvironmentSpec spec)) {
      return spec.loadBalancer().dnsRecords();
    }
    throw new AssertionError(problems(records).toString());
  }

  private List<String> problems(String records) {
    return resolve(records) instanceof SpecAnswer.Wrong<EnvironmentSpec>(var problems)
        ? problems.stream().map(TEXT::inOneLine).toList()
        : List.of();
  }

  @Test
  void a_zone_that_is_named_is_not_looked_up() {
    assertThat(records("{name: api.example.com, hostedZoneId: Z1}"))
        .containsExactly(new DnsRecordSpec("Z1", "api.example.com"));
    assertThat(catalog.calls).doesNotContain("hostedZones");
  }

  @Test
  void of_the_public_zones_that_hold_a_name_the_innermost_is_found() {
    catalog.hostedZones.addAll(
        List.of(
            new HostedZone("Z1", "example.com", false),
            new HostedZone("Z2", "ml.example.com", false),
            new HostedZone("Z3", "api.ml.example.com", true)));

    assertThat(records("{name: api.ml.example.com}, {name: example.com}"))
        .containsExactly(
            new DnsRecordSpec("Z2", "api.ml.example.com"), new DnsRecordSpec("Z1", "example.com"));
  }

  @Test
  void a_name_without_a_zone_or_with_two_is_told() {
    assertThat(problems("{name: api.example.com}"))
        .singleElement()
        .asString()
        .contains("There is no public hosted zone that holds \"api.example.com\"");

    catalog.hostedZones.add(new HostedZone("Z1", "example.com", false));
    catalog.hostedZones.add(new HostedZone("Z2", "example.com", false));
    assertThat(problems("{name: api.example.com}"))
        .singleElement()
        .asString()
        .contains("Z1, Z2. Give \"hostedZoneId\"");
  }
}
