package portico;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.catalog.Catalog;
import portico.catalog.CloudAccount;
import portico.catalog.DnsRecord;
import portico.catalog.HostedZone;
import portico.model.DnsRecordSpec;
import portico.model.EnvironmentSpec;
import portico.model.LoadBalancerSpec;
import portico.operation.OperationKind;
import portico.operation.Outcome;
import portico.operation.Step;

/** A name of the user's own comes and goes with the real engine. */
@Tag("engine")
class OwnNameTest {
  @TempDir Path folder;

  @Test
  void a_name_is_made_exchanged_for_another_and_destroyed() {
    try (LiveHome live = new LiveHome(folder, new CloudAccount.Practice());
        Catalog catalog =
            live.services().catalogs().open(new CloudAccount.Practice(), LiveHome.REGION)) {
      HostedZone zone =
          LiveHome.found(catalog.hostedZones()).stream()
              .filter(each -> !each.isPrivate())
              .findFirst()
              .orElseThrow();
      DnsRecordSpec name = new DnsRecordSpec(zone.id(), "chat." + zone.name());
      EnvironmentSpec plain = live.smallest();
      EnvironmentSpec named = with(plain, name);

      Outcome.Succeeded deployed = live.succeed(OperationKind.DEPLOY, named);
      assertThat(deployed.changes()).containsExactly(Map.entry(Step.CREATE, 7));
      assertThat(deployed.outputs()).containsEntry("domain_name", name.name());
      assertThat(records(catalog, name)).containsExactly(alias(name, deployed));
      assertThat(live.environment().domainName()).contains(name.name());

      assertThat(live.succeed(OperationKind.DEPLOY, named).changes())
          .containsExactly(Map.entry(Step.SAME, 7));

      DnsRecordSpec other = new DnsRecordSpec(zone.id(), "*.models." + zone.name());
      Outcome.Succeeded changed = live.succeed(OperationKind.DEPLOY, with(plain, other));
      assertThat(changed.changes()).isEqualTo(Map.of(Step.CREATE, 1, Step.DELETE, 1, Step.SAME, 6));
      assertThat(records(catalog, other)).containsExactly(alias(other, changed));
      assertThat(records(catalog, name)).isEmpty();

      live.succeed(OperationKind.DESTROY, with(plain, other));
      assertThat(records(catalog, other)).isEmpty();
      assertThat(live.inAws()).isEmpty();
    }
  }

  private static DnsRecord alias(DnsRecordSpec name, Outcome.Succeeded deployed) {
    String balancer = deployed.outputs().getOrDefault("load_balancer_dns_name", "");
    return new DnsRecord(name.name(), "A", balancer.toLowerCase(Locale.ROOT));
  }

  private static List<DnsRecord> records(Catalog catalog, DnsRecordSpec name) {
    return LiveHome.found(catalog.dnsRecords(name.hostedZoneId(), name.name()));
  }

  private static EnvironmentSpec with(EnvironmentSpec spec, DnsRecordSpec name) {
    LoadBalancerSpec old = spec.loadBalancer();
    return new EnvironmentSpec(
        spec.region(),
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
            List.of(name)),
        spec.targetGroups(),
        spec.listeners(),
        spec.access());
  }
}
