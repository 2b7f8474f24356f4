package portico;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.catalog.CloudAccount;
import portico.catalog.LoadBalancerState;
import portico.environment.EnvironmentState;
import portico.model.EnvironmentSpec;
import portico.model.HealthCheckSpec;
import portico.model.TargetGroupSpec;
import portico.operation.OperationKind;
import portico.operation.Outcome;
import portico.operation.Step;
import portico.probe.ProbeResult;
import portico.service.EndpointCheck;

/** The main job with the real engine against the simulated AWS, from nothing to nothing. */
@Tag("engine")
class PracticeDeploymentTest {
  @TempDir Path folder;

  @Test
  void deploy_deploy_again_change_and_destroy() {
    try (LiveHome live = new LiveHome(folder, new CloudAccount.Practice())) {
      EnvironmentSpec spec = live.smallest();

      Outcome.Succeeded preview = live.succeed(OperationKind.PREVIEW, spec);
      assertThat(preview.changes()).containsExactly(Map.entry(Step.CREATE, 6));
      assertThat(live.services().environments().list()).isEmpty();
      assertThat(live.inAws()).isEmpty();

      Outcome.Succeeded deployed = live.succeed(OperationKind.DEPLOY, spec);
      String dnsName = deployed.outputs().getOrDefault("load_balancer_dns_name", "");
      assertThat(dnsName).matches("ai-inference-lb-\\d+\\.us-west-2\\.elb\\.localhost");
      assertThat(live.environment().state()).isEqualTo(new EnvironmentState.Deployed());
      assertThat(live.environment().outputs()).isEqualTo(deployed.outputs());
      assertThat(live.environment().resources()).hasSize(6);
      assertIsActive(live, dnsName);
      assertAnswersWithoutTargets(live, dnsName);

      assertThat(live.succeed(OperationKind.DEPLOY, spec).changes())
          .containsExactly(Map.entry(Step.SAME, 6));

      assertThat(live.succeed(OperationKind.DEPLOY, withHealthPath(spec, "/health")).changes())
          .containsExactlyInAnyOrderEntriesOf(Map.of(Step.SAME, 5, Step.UPDATE, 1));

      assertThat(live.succeed(OperationKind.DESTROY_PREVIEW, spec).changes())
          .containsExactly(Map.entry(Step.DELETE, 6));
      assertThat(live.environment().resources()).hasSize(6);

      live.succeed(OperationKind.DESTROY, spec);
      assertThat(live.inAws()).isEmpty();
      assertThat(live.services().environments().list()).isEmpty();
      assertThat(folder.resolve("state/.pulumi/stacks/portico/demo.json")).doesNotExist();
      assertThat(live.operations().history(LiveHome.DEMO)).hasSize(6);
    }
  }

  private static void assertIsActive(LiveHome live, String dnsName) {
    try (var catalog =
        live.services().catalogs().open(new CloudAccount.Practice(), LiveHome.REGION)) {
      LoadBalancerState state =
          LiveHome.found(catalog.loadBalancer("ai-inference-lb")).orElseThrow();
      assertThat(state.state()).isEqualTo("active");
      assertThat(state.dnsName()).isEqualTo(dnsName);
      assertThat(state.tags()).containsEntry("portico:environment", "demo");
    }
  }

  private static void assertAnswersWithoutTargets(LiveHome live, String dnsName) {
    var check = new EndpointCheck(live.services());
    var endpoint =
        check
            .endpoints(live.services().environments().find(LiveHome.DEMO).orElseThrow())
            .getFirst();
    ProbeResult result = check.ask(endpoint);
    assertThat(endpoint.target().endpoint().dnsName()).isEqualTo(dnsName);
    assertThat(result.verdict())
        .isIn(ProbeResult.Verdict.NO_TARGETS, ProbeResult.Verdict.NO_ANSWER);
  }

  private static EnvironmentSpec withHealthPath(EnvironmentSpec spec, String path) {
    TargetGroupSpec group = spec.targetGroups().getFirst();
    return new EnvironmentSpec(
        spec.region(),
        spec.loadBalancer(),
        List.of(
            new TargetGroupSpec(
                group.name(),
                group.protocol(),
                group.port(),
                new HealthCheckSpec(path, 30, 3, 2, 2),
                group.targets())),
        spec.listeners(),
        spec.access());
  }

  @Test
  void nothing_that_is_kept_is_open_to_others() throws Exception {
    try (LiveHome live = new LiveHome(folder.resolve("home"), new CloudAccount.Practice())) {
      live.succeed(OperationKind.PREVIEW, live.smallest());
    }
    assertThat(Files.getPosixFilePermissions(folder.resolve("home")))
        .extracting(Enum::name)
        .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE", "OWNER_EXECUTE");
  }
}
