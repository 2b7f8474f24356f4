package portico.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static portico.testing.Answers.value;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import portico.catalog.Catalog;
import portico.catalog.SecurityGroup;
import portico.catalog.Subnet;
import portico.catalog.Vpc;
import portico.catalog.aws.AwsCatalogs;
import portico.model.EnvironmentSpec;
import portico.model.SpecDefaults;
import portico.testing.AwsFixture;
import portico.testing.MotoServer;

/** The scripts, run by the real AWS CLI against an AWS that Portico's authors did not write. */
@Tag("interop")
class AwsCliMotoExportTest {
  @RegisterExtension static final MotoServer MOTO = new MotoServer();

  @TempDir private Path folder;

  private Tool bash() {
    return new Tool("bash")
        .with("AWS_ENDPOINT_URL", MOTO.uri().toString())
        .with("AWS_ACCESS_KEY_ID", "practice")
        .with("AWS_SECRET_ACCESS_KEY", "practice")
        .with("AWS_CONFIG_FILE", folder.resolve("none").toString())
        .with("AWS_SHARED_CREDENTIALS_FILE", folder.resolve("none").toString());
  }

  @Test
  void the_scripts_make_the_smallest_environment_and_remove_it_again_and_again()
      throws IOException {
    assumeThat(new Tool("aws").isHere())
        .as("the AWS CLI is not on this machine: pip install awscli")
        .isTrue();
    try (Catalog catalog =
        new AwsCatalogs(AwsFixture.NO_PRACTICE, AwsFixture.isolated())
            .open(AwsFixture.endpoint(MOTO.uri()), AwsFixture.REGION)) {
      String vpc =
          value(catalog.vpcs()).stream().filter(Vpc::isDefault).findFirst().orElseThrow().id();
      EnvironmentSpec spec = smallest(catalog, vpc);
      String name = spec.loadBalancer().name();
      ExportSample.write(Exporter.export(spec, ExportForm.AWS_CLI, Running.NOTHING), folder);

      assertThat(bash().run(folder, "create.sh")).isEmpty();
      assertThat(value(catalog.loadBalancer(name))).isPresent();
      assertThat(groups(catalog, vpc)).contains(name + "-sg");

      assertThat(bash().run(folder, "delete.sh")).isEmpty();
      assertThat(value(catalog.loadBalancer(name))).isEmpty();
      assertThat(groups(catalog, vpc)).doesNotContain(name + "-sg");
      assertThat(bash().run(folder, "delete.sh")).as("nothing is left to remove").isEmpty();
    }
  }

  private static List<String> groups(Catalog catalog, String vpc) {
    return value(catalog.securityGroups(vpc)).stream().map(SecurityGroup::name).toList();
  }

  private static EnvironmentSpec smallest(Catalog catalog, String vpc) {
    List<String> subnets = value(catalog.subnets(vpc)).stream().map(Subnet::id).limit(2).toList();
    return SpecDefaults.smallest(AwsFixture.REGION, vpc, subnets, List.of("203.0.113.7/32"));
  }
}
