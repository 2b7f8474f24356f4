package portico;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.catalog.CloudAccount;
import portico.catalog.SecurityGroup;
import portico.model.EnvironmentSpec;
import portico.operation.OperationFailure;
import portico.operation.OperationKind;
import portico.operation.Outcome;
import portico.operation.Step;

/** Everything a spec can say, with the real engine against the simulated AWS. */
@Tag("engine")
class WholeEnvironmentTest {
  @TempDir(cleanup = org.junit.jupiter.api.io.CleanupMode.NEVER)
  Path folder;

  @Test
  void deploy_again_change_and_destroy_everything() throws IOException {
    try (LiveHome live = new LiveHome(folder, new CloudAccount.Practice())) {
      RichScene scene = new RichScene(live);
      EnvironmentSpec spec = scene.first();

      int planned = created(live.succeed(OperationKind.PREVIEW, spec));
      assertThat(live.services().keys().find(LiveHome.DEMO, "team")).isEmpty();

      Outcome.Succeeded deployed = live.succeed(OperationKind.DEPLOY, spec);
      assertThat(deployed.changes()).containsExactly(Map.entry(Step.CREATE, planned));
      assertOutputs(deployed.outputs());
      assertThat(rulesOf(live, scene)).hasSize(4);
      assertKeyIsNowhere(live);

      assertThat(live.succeed(OperationKind.DEPLOY, spec).changes())
          .containsExactly(Map.entry(Step.SAME, planned));

      assertThat(live.run(OperationKind.DESTROY, spec))
          .isEqualTo(
              new Outcome.Failed(
                  List.of(new OperationFailure.DeletionProtected(spec.loadBalancer().name())),
                  planned));
      assertThat(live.environment().resources()).hasSize(planned);

      Outcome.Succeeded changed = live.succeed(OperationKind.DEPLOY, scene.changed());
      assertThat(changed.changes())
          .as("two rules, the load balancer and a target group change, in place")
          .isEqualTo(Map.of(Step.UPDATE, 4, Step.SAME, planned - 4));
      assertKeyIsNowhere(live);

      live.succeed(OperationKind.DESTROY, scene.changed());
      assertThat(live.inAws()).isEmpty();
      assertThat(rulesOf(live, scene)).isEmpty();
      assertThat(live.services().keys().find(LiveHome.DEMO, "team")).isEmpty();
      assertThat(live.services().environments().list()).isEmpty();
      assertThat(simulatedAws()).doesNotContain("portico-fallback");
    }
  }

  private static int created(Outcome.Succeeded outcome) {
    assertThat(outcome.changes()).containsOnlyKeys(Step.CREATE);
    return outcome.changes().getOrDefault(Step.CREATE, 0);
  }

  private static void assertOutputs(Map<String, String> outputs) {
    String name = outputs.getOrDefault("load_balancer_dns_name", "");
    assertThat(outputs)
        .containsEntry("url", "http://" + name + "/")
        .containsEntry("url_secure", "https://" + name + "/")
        .containsKeys(
            "target_group_arn",
            "target_group_arn_embeddings",
            "target_group_arn_fallback",
            "listener_arn",
            "listener_arn_secure",
            "listener_rule_arn",
            "listener_rule_arn_secure-rule-20");
  }

  /** Rules of the targets' own group that let the load balancer in. */
  private static List<SecurityGroup.Permission> rulesOf(LiveHome live, RichScene scene) {
    try (var catalog =
        live.services().catalogs().open(new CloudAccount.Practice(), LiveHome.REGION)) {
      String vpc = scene.first().loadBalancer().vpcId();
      return LiveHome.found(catalog.securityGroups(vpc)).stream()
          .filter(group -> group.id().equals(scene.targetsGroup()))
          .flatMap(group -> group.ingress().stream())
          .filter(rule -> !rule.groupIds().isEmpty())
          .toList();
    }
  }

  /**
   * In clear text the key is in its own file, which is its owner's alone, and in the simulated AWS,
   * which must know what to compare with: in no state, journal, log or result.
   */
  private void assertKeyIsNowhere(LiveHome live) throws IOException {
    byte[] key =
        live.services()
            .keys()
            .find(LiveHome.DEMO, "team")
            .orElseThrow()
            .getBytes(StandardCharsets.UTF_8);
    Path own = folder.resolve("environments/demo/keys/team.key");
    assertThat(holding(key)).containsExactly(own);
    assertThat(Files.getPosixFilePermissions(own))
        .isEqualTo(Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
  }

  private List<Path> holding(byte[] key) throws IOException {
    String wanted = new String(key, StandardCharsets.ISO_8859_1);
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(folder.resolve("practice")))
          .filter(file -> content(file).contains(wanted))
          .toList();
    }
  }

  private static String content(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException gone) {
      return "";
    }
  }

  private String simulatedAws() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder.resolve("practice"))) {
      files.filter(Files::isRegularFile).forEach(file -> all.append(content(file)));
    }
    return all.toString();
  }
}
