package portico;

import static org.assertj.core.api.Assertions.assertThat;
import static portico.testing.Answers.value;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.catalog.CloudAccount;
import portico.catalog.OwnedResource;
import portico.catalog.Ownership;
import portico.catalog.RemovalControl;
import portico.catalog.aws.AwsCatalog;
import portico.catalog.aws.AwsClients;
import portico.model.EnvironmentName;
import portico.service.Findings;
import portico.service.Leftover;
import portico.service.Services;
import portico.service.Sweeping;
import portico.testing.AwsFixture;
import portico.testing.AwsScene;
import portico.testing.SimulatedAwsServer;

/** A sweep as it is wired: two home folders, one account. */
class SweepThroughAwsTest {
  @TempDir private Path folder;

  private static void stand(AwsClients aws, String name, String installation) {
    Map<String, String> tags = new Ownership(new EnvironmentName(name), installation).tags();
    AwsScene scene = new AwsScene(aws);
    var ground = SimulatedAwsServer.ground(new AwsCatalog(aws));
    String group = scene.securityGroup(ground.vpc(), name, tags);
    scene.ingress(group, 80, "198.51.100.7/32", tags);
    String targets = scene.targetGroup(name, ground.vpc(), tags);
    String balancer = scene.loadBalancer(name, ground.publicSubnets(), List.of(group), tags);
    scene.listener(balancer, 80, targets, tags);
    scene.bucket(name + "-logs-0a1b2c3", tags);
  }

  @Test
  void of_two_home_folders_each_sees_what_it_left_and_the_other_one_stays() throws Exception {
    try (var simulated = new SimulatedAwsServer(folder.resolve("account"));
        AwsClients aws = AwsFixture.clients(simulated.uri());
        Services mine = new Wiring().open(folder.resolve("mine"));
        Services theirs = new Wiring().open(folder.resolve("theirs"))) {
      CloudAccount account = new CloudAccount.Endpoint(simulated.uri(), Optional.empty());
      stand(aws, "old", mine.installation());
      stand(aws, "used", theirs.installation());

      Findings found = value(new Sweeping(mine).look(account, AwsFixture.REGION));

      assertThat(found.bucketsUnknown()).isEmpty();
      assertThat(found.elsewhere())
          .singleElement()
          .satisfies(each -> assertThat(each.environment()).isEqualTo("used"));
      assertThat(found.here()).hasSize(1);
      Leftover old = found.here().getFirst();
      assertThat(old.since()).isPresent();
      assertThat(old.use()).hasValueSatisfying(use -> assertThat(use.healthyTargets()).isZero());
      assertThat(old.resources())
          .extracting(OwnedResource::kind)
          .containsExactly(OwnedResource.Kind.values());

      Sweeping.Swept swept =
          new Sweeping(mine)
              .sweep(account, AwsFixture.REGION, old, false, new RemovalControl(), _ -> {});

      assertThat(swept.removal().kept()).isEmpty();
      assertThat(Files.readAllLines(folder.resolve("mine/sweeps.log"))).hasSize(5);
      Findings after = value(new Sweeping(theirs).look(account, AwsFixture.REGION));
      assertThat(after.here())
          .singleElement()
          .satisfies(each -> assertThat(each.resources()).hasSize(5));
      assertThat(after.elsewhere()).isEmpty();
    }
  }
}
