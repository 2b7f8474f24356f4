package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ChangeInfo;
import software.amazon.awssdk.services.route53.model.ChangeStatus;
import software.amazon.awssdk.services.route53.model.HostedZone;
import software.amazon.awssdk.services.route53.model.HostedZoneType;
import software.amazon.awssdk.services.route53.model.InvalidChangeBatchException;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsResponse;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** The simulated Route 53, by the AWS SDK. */
class Route53Test {
  private static final String OREGON_BALANCERS = "Z1H1FL5HABSF5";

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

  /** Of this listing the SDK leaves the ids with their path. */
  private String zone() {
    return simulation
        .route53
        .listHostedZonesByName(r -> r.dnsName("example.com"))
        .hostedZones()
        .getFirst()
        .id()
        .replace("/hostedzone/", "");
  }

  private static ResourceRecordSet set(String type, String name, String... values) {
    return ResourceRecordSet.builder()
        .name(name)
        .type(type)
        .ttl(300L)
        .resourceRecords(
            List.of(values).stream().map(v -> ResourceRecord.builder().value(v).build()).toList())
        .build();
  }

  private static ResourceRecordSet alias(String name, String zoneId, String target) {
    return ResourceRecordSet.builder()
        .name(name)
        .type(RRType.A)
        .aliasTarget(a -> a.hostedZoneId(zoneId).dnsName(target).evaluateTargetHealth(true))
        .build();
  }

  private static Change change(ChangeAction action, ResourceRecordSet set) {
    return Change.builder().action(action).resourceRecordSet(set).build();
  }

  private static Change create(ResourceRecordSet set) {
    return change(ChangeAction.CREATE, set);
  }

  private ChangeInfo apply(Change... changes) {
    return simulation
        .route53
        .changeResourceRecordSets(
            r -> r.hostedZoneId(zone()).changeBatch(b -> b.comment("why").changes(changes)))
        .changeInfo();
  }

  /** Code and message of the refusal of a batch; empty when it is accepted. */
  private String refusal(Change... changes) {
    try {
      apply(changes);
      return "";
    } catch (AwsServiceException refused) {
      return refused.awsErrorDetails().errorCode()
          + ": "
          + refused.awsErrorDetails().errorMessage();
    }
  }

  private ListResourceRecordSetsResponse from(String name, String type, String most) {
    return simulation.route53.listResourceRecordSets(
        r -> r.hostedZoneId(zone()).startRecordName(name).startRecordType(type).maxItems(most));
  }

  private List<String> names() {
    return simulation
        .route53
        .listResourceRecordSetsPaginator(r -> r.hostedZoneId(zone()))
        .resourceRecordSets()
        .stream()
        .map(each -> each.typeAsString() + " " + each.name())
        .toList();
  }

  @Test
  void there_is_a_public_zone_that_fits_the_certificates_and_a_private_one() {
    assertThat(simulation.route53.listHostedZones().hostedZones())
        .extracting(HostedZone::name, each -> each.config().privateZone())
        .containsExactlyInAnyOrder(tuple("example.com.", false), tuple("ml.internal.", true));
    assertThat(
            simulation
                .route53
                .listHostedZones(r -> r.hostedZoneType(HostedZoneType.PRIVATE_HOSTED_ZONE))
                .hostedZones())
        .extracting(HostedZone::name)
        .containsExactly("ml.internal.");
    assertThat(simulation.route53.getHostedZone(r -> r.id(zone())).delegationSet().nameServers())
        .hasSize(4);
    assertThat(names()).containsExactly("NS example.com.", "SOA example.com.");
  }

  @Test
  void zones_come_in_pages_and_by_name_from_one_on() {
    assertThat(simulation.route53.listHostedZonesPaginator(r -> r.maxItems("1")).hostedZones())
        .hasSize(2);
    assertThat(
            simulation
                .route53
                .listHostedZonesByName(r -> r.dnsName("ml.internal").maxItems("1"))
                .hostedZones())
        .extracting(HostedZone::name)
        .containsExactly("ml.internal.");
  }

  @Test
  void a_zone_or_change_that_does_not_exist_is_not_found() {
    assertThat(Refusal.codeOf(() -> simulation.route53.getHostedZone(r -> r.id("Z404"))))
        .isEqualTo("NoSuchHostedZone");
    assertThat(Refusal.codeOf(() -> simulation.route53.getChange(r -> r.id("C404"))))
        .isEqualTo("NoSuchChange");
  }

  @Test
  void a_change_is_pending_until_the_name_servers_have_it() {
    ChangeInfo made = apply(create(set("A", "api.example.com", "192.0.2.1")));

    assertThat(made.status()).isEqualTo(ChangeStatus.PENDING);
    assertThat(made.comment()).isEqualTo("why");
    simulation.clock.advance(Simulation.PROVISIONING);
    assertThat(simulation.route53.getChange(r -> r.id(made.id())).changeInfo().status())
        .isEqualTo(ChangeStatus.INSYNC);
    assertThat(names()).contains("A api.example.com.");
  }

  @Test
  void records_are_kept_when_the_simulation_starts_again_and_seen_from_any_region() {
    apply(create(set("A", "api.example.com", "192.0.2.1")));
    simulation.close();
    simulation = new Simulation(folder, Region.EU_CENTRAL_1);

    assertThat(names()).contains("A api.example.com.");
  }

  @Test
  void records_are_listed_by_their_labels_from_the_right_and_from_a_place_on() {
    apply(
        create(set("CNAME", "a.z.example.com", "example.net")),
        create(set("A", "b.example.com", "192.0.2.1")),
        create(set("AAAA", "b.example.com", "2001:db8::1")),
        create(set("A", "*.b.example.com", "192.0.2.2")));

    assertThat(names())
        .containsExactly(
            "NS example.com.",
            "SOA example.com.",
            "A b.example.com.",
            "AAAA b.example.com.",
            "A \\052.b.example.com.",
            "CNAME a.z.example.com.");
    ListResourceRecordSetsResponse page = from("b.example.com", "AAAA", "1");
    assertThat(page.resourceRecordSets())
        .extracting(ResourceRecordSet::typeAsString)
        .containsExactly("AAAA");
    assertThat(page.isTruncated()).isTrue();
    assertThat(page.nextRecordName()).isEqualTo("\\052.b.example.com.");
    assertThat(page.nextRecordTypeAsString()).isEqualTo("A");
  }

  @Test
  void more_records_than_a_page_holds_are_all_found() {
    apply(
        IntStream.range(0, 310)
            .mapToObj(i -> create(set("A", "h%d.example.com".formatted(i), "192.0.2.1")))
            .toArray(Change[]::new));

    assertThat(names()).hasSize(312);
  }

  @Test
  void a_batch_is_all_or_nothing() {
    apply(create(set("A", "a.example.com", "192.0.2.1")));

    assertThat(
            refusal(
                create(set("A", "b.example.com", "192.0.2.1")),
                create(set("A", "a.example.com", "192.0.2.2"))))
        .isEqualTo(
            "InvalidChangeBatch: [Tried to create resource record set "
                + "[name='a.example.com.', type='A'] but it already exists]");
    assertThat(names()).doesNotContain("A b.example.com.");
  }

  @Test
  void upsert_makes_and_replaces_and_delete_needs_the_same_values() {
    apply(change(ChangeAction.UPSERT, set("A", "a.example.com", "192.0.2.1")));
    apply(change(ChangeAction.UPSERT, set("A", "a.example.com", "192.0.2.2")));

    assertThat(refusal(change(ChangeAction.DELETE, set("A", "a.example.com", "192.0.2.1"))))
        .endsWith("but the values provided do not match the current values]");
    apply(change(ChangeAction.DELETE, set("A", "a.example.com", "192.0.2.2")));
    assertThat(refusal(change(ChangeAction.DELETE, set("A", "a.example.com", "192.0.2.2"))))
        .endsWith("[name='a.example.com.', type='A'] but it was not found]");
  }

  @Test
  void one_batch_may_replace_a_record_by_one_of_another_type() {
    apply(create(set("A", "a.example.com", "192.0.2.1")));
    apply(
        change(ChangeAction.DELETE, set("A", "a.example.com", "192.0.2.1")),
        create(set("CNAME", "a.example.com", "b.example.com")));

    assertThat(names()).contains("CNAME a.example.com.").doesNotContain("A a.example.com.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A | other.example.org | 192.0.2.1 | is not permitted in zone example.com.",
        "A | notexample.com | 192.0.2.1 | is not permitted in zone example.com.",
        "CNAME | example.com | a.example.net | is not permitted at apex in zone example.com.",
        "A | a.example.com | 192.0.2.256 | Value is not a valid IPv4 address",
        "AAAA | a.example.com | 192.0.2.1 | Value is not a valid IPv6 address",
        "TXT | a.example.com | bare | Value should be enclosed in quotation marks",
        "A | a..example.com | 192.0.2.1 | Domain label is empty",
        "A | www.example.com | 192.0.2.1 | a conflicting RRSet of type CNAME",
        "CNAME | api.example.com | b.example.net | conflicts with other records",
      })
  void a_record_that_cannot_be_is_refused(String type, String name, String value, String message) {
    apply(
        create(set("CNAME", "www.example.com", "example.net")),
        create(set("A", "api.example.com", "192.0.2.1")));

    assertThat(refusal(create(set(type, name, value))))
        .startsWith("InvalidChangeBatch: [")
        .contains(message);
  }

  @Test
  void the_records_of_the_zone_itself_cannot_be_deleted() {
    ResourceRecordSet servers = from("example.com", "NS", "1").resourceRecordSets().getFirst();

    assertThat(refusal(change(ChangeAction.DELETE, servers)))
        .contains("A HostedZone must contain at least one NS record for the zone itself.");
  }

  @Test
  void an_alias_points_into_the_zone_of_a_service_or_at_a_record_of_its_own_zone() {
    String balancer = simulation.balancer("demo", _ -> {}).dnsName();
    apply(
        create(alias("example.com", OREGON_BALANCERS, balancer)),
        create(alias("b.example.com", OREGON_BALANCERS, "no-1.us-west-2.elb.amazonaws.com")));

    ResourceRecordSet found = from("example.com", "A", "1").resourceRecordSets().getFirst();
    assertThat(found.aliasTarget().dnsName()).isEqualTo(balancer + ".");
    assertThat(found.aliasTarget().evaluateTargetHealth()).isTrue();
    assertThat(found.ttl()).isNull();
    String own = zone();
    assertThat(refusal(create(alias("c.example.com", own, "b.example.com")))).isEmpty();
    assertThat(refusal(create(alias("d.example.com", own, "none.example.com"))))
        .contains("but that target was not found");
    assertThat(refusal(create(alias("e.example.com", OREGON_BALANCERS, "example.net"))))
        .contains("does not lie within the target zone");
    assertThat(refusal(create(alias("f.example.com", "Z0NONE", balancer))))
        .contains("does not lie within the target zone");
  }

  @Test
  void a_record_has_a_time_to_live_and_values_or_is_an_alias() {
    ResourceRecordSet whole = set("A", "a.example.com", "192.0.2.1");

    assertThat(refusal(create(whole.toBuilder().ttl(null).build())))
        .startsWith("InvalidInput: Invalid request: Missing field 'TTL'");
    assertThat(refusal(create(ResourceRecordSet.builder().name("a.example.com").type("A").build())))
        .startsWith("InvalidInput: Invalid request: Expected exactly one of [AliasTarget");
    assertThat(refusal(create(whole.toBuilder().ttl(2_147_483_648L).build())))
        .startsWith("InvalidInput");
    assertThat(refusal(create(whole.toBuilder().setIdentifier("one").weight(1L).build())))
        .startsWith("InvalidInput");
    assertThat(refusal(create(whole.toBuilder().ttl(0L).build()))).isEmpty();
  }

  @Test
  void the_sdk_knows_the_refusal_of_a_batch_by_its_type() {
    Change twice = create(set("A", "a.example.com", "192.0.2.1"));
    SdkServiceException refused =
        assertThrows(InvalidChangeBatchException.class, () -> apply(twice, twice));

    assertThat(refused.statusCode()).isEqualTo(400);
  }
}
