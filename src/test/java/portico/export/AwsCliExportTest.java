package portico.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static portico.testing.Answers.value;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import portico.catalog.Answer;
import portico.catalog.Catalog;
import portico.catalog.Certificate;
import portico.catalog.HostedZone;
import portico.catalog.Instance;
import portico.catalog.IpamPool;
import portico.catalog.SecurityGroup;
import portico.catalog.aws.AwsCatalogs;
import portico.export.ExportSample.Ground;
import portico.model.DnsRecordSpec;
import portico.model.LogBucket;
import portico.testing.AwsFixture;
import portico.testing.SimulatedAwsServer;

/** The scripts, run by the real AWS CLI against the simulated AWS. */
@Tag("interop")
class AwsCliExportTest {
  private static final String FUNCTION =
      "arn:aws:lambda:us-west-2:123456789012:function:chat-fallback";

  @TempDir private Path folder;
  private SimulatedAwsServer aws;

  @BeforeEach
  void start() {
    aws = new SimulatedAwsServer(folder.resolve("aws"));
  }

  @AfterEach
  void stop() {
    aws.close();
  }

  private Tool bash() {
    return new Tool("bash")
        .with("AWS_ENDPOINT_URL", aws.uri().toString())
        .with("AWS_ACCESS_KEY_ID", "practice")
        .with("AWS_SECRET_ACCESS_KEY", "practice")
        .with("AWS_CONFIG_FILE", folder.resolve("none").toString())
        .with("AWS_SHARED_CREDENTIALS_FILE", folder.resolve("none").toString())
        .with("API_KEY_TEAM_A", "sk-0123+/=");
  }

  /** Writes the scripts of the sample, and returns their folder. */
  private Path scripts(Catalog catalog) throws IOException {
    assumeThat(new Tool("aws").isHere())
        .as("the AWS CLI is not on this machine: pip install awscli")
        .isTrue();
    Path scripts = folder.resolve("scripts");
    var spec = ExportSample.spec(ground(catalog));
    ExportSample.write(Exporter.export(spec, ExportForm.AWS_CLI, Running.NOTHING), scripts);
    return scripts;
  }

  private Catalog catalog() {
    return new AwsCatalogs(AwsFixture.NO_PRACTICE, AwsFixture.isolated())
        .open(AwsFixture.endpoint(aws.uri()), AwsFixture.REGION);
  }

  @Test
  void the_scripts_make_everything_and_remove_it_again() throws IOException {
    try (Catalog catalog = catalog()) {
      Path scripts = scripts(catalog);

      assertThat(bash().run(scripts, "create.sh")).isEmpty();
      assertThat(value(catalog.loadBalancer("everything")))
          .hasValueSatisfying(found -> assertThat(found.tags()).containsEntry("tier", "edge"));
      for (String group : List.of("chat", "canary", "tools")) {
        assertThat(value(catalog.targetGroupExists(group))).as(group).isTrue();
      }
      for (DnsRecordSpec name : names(catalog)) {
        assertThat(value(catalog.dnsRecords(name.hostedZoneId(), name.name()))).hasSize(1);
      }

      assertThat(bash().run(scripts, "delete.sh")).isEmpty();
      assertNothingIsLeft(catalog);
    }
  }

  /** The script ends before some command, as if AWS had refused that one. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 24})
  void what_a_script_that_stopped_half_way_has_made_is_removed(int commands) throws IOException {
    try (Catalog catalog = catalog()) {
      Path scripts = scripts(catalog);
      String whole = Files.readString(scripts.resolve("create.sh"));
      String[] parts = whole.split("(?m)^(?=\\w+=[$][(]aws |aws )");
      assertThat(parts.length).isGreaterThan(30);
      Files.writeString(
          scripts.resolve("create.sh"),
          String.join("", List.of(parts).subList(0, commands + 1)) + "exit 3\n");

      assertThat(bash().run(scripts, "create.sh")).startsWith("bash ended with 3");
      assertThat(bash().run(scripts, "delete.sh")).isEmpty();
      assertNothingIsLeft(catalog);
    }
  }

  @Test
  void a_removal_that_aws_refuses_ends_the_script_with_its_reason() throws IOException {
    try (Catalog catalog = catalog()) {
      Path scripts = scripts(catalog);
      String script = Files.readString(scripts.resolve("delete.sh"));
      Files.writeString(
          scripts.resolve("delete.sh"), script.replace("--statement-id", "--statement-is"));

      assertThat(bash().run(scripts, "delete.sh")).contains("--statement-i", "required");
    }
  }

  private static void assertNothingIsLeft(Catalog catalog) {
    assertThat(value(catalog.loadBalancer("everything"))).isEmpty();
    for (DnsRecordSpec name : names(catalog)) {
      assertThat(value(catalog.dnsRecords(name.hostedZoneId(), name.name()))).isEmpty();
    }
    for (String group : List.of("chat", "canary", "tools")) {
      assertThat(value(catalog.targetGroupExists(group))).as(group).isFalse();
    }
    String vpc = SimulatedAwsServer.ground(catalog).vpc();
    assertThat(value(catalog.securityGroups(vpc)))
        .extracting(SecurityGroup::name)
        .doesNotContain("everything-sg")
        .isNotEmpty();
  }

  private static List<DnsRecordSpec> names(Catalog catalog) {
    HostedZone zone =
        value(catalog.hostedZones()).stream()
            .filter(each -> !each.isPrivate())
            .findFirst()
            .orElseThrow();
    return List.of(
        new DnsRecordSpec(zone.id(), "everything." + zone.name()),
        new DnsRecordSpec(zone.id(), "*.everything." + zone.name()));
  }

  private static Ground ground(Catalog catalog) {
    var place = SimulatedAwsServer.ground(catalog);
    Instance instance =
        value(catalog.instances(place.vpc())).stream()
            .filter(each -> each.id().equals(place.instance()))
            .findFirst()
            .orElseThrow();
    List<String> certificates =
        value(catalog.certificates()).stream()
            .filter(each -> each.status().equals("ISSUED"))
            .map(Certificate::arn)
            .toList();
    return new Ground(
        place.vpc(),
        place.publicSubnets(),
        instance.id(),
        instance.securityGroupIds().getFirst(),
        certificates.subList(0, Math.min(2, certificates.size())),
        value(catalog.webAcls()).stream().findFirst().map(acl -> acl.arn()),
        FUNCTION,
        List.of(),
        Optional.of(new LogBucket.Made("team/alb", 14)),
        pool(catalog),
        names(catalog));
  }

  /** Not every stand-in for AWS has them. */
  private static Optional<String> pool(Catalog catalog) {
    return catalog.ipamPools() instanceof Answer.Found<List<IpamPool>>(List<IpamPool> pools)
        ? pools.stream().findFirst().map(IpamPool::id)
        : Optional.empty();
  }
}
