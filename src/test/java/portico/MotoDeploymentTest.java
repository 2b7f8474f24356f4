package portico;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import portico.catalog.CloudAccount;
import portico.environment.EnvironmentState;
import portico.model.EnvironmentSpec;
import portico.operation.OperationKind;
import portico.operation.Step;
import portico.testing.MotoServer;

/** The main job against an AWS that Portico's authors did not write. */
@Tag("engine")
class MotoDeploymentTest {
  @RegisterExtension static final MotoServer MOTO = new MotoServer();

  @TempDir Path folder;

  @Test
  void deploy_deploy_again_and_destroy_at_an_endpoint() {
    CloudAccount moto = new CloudAccount.Endpoint(MOTO.uri(), Optional.empty());
    try (LiveHome live = new LiveHome(folder, moto)) {
      EnvironmentSpec spec = live.smallest();

      assertThat(live.succeed(OperationKind.DEPLOY, spec).outputs().get("load_balancer_dns_name"))
          .matches("ai-inference-lb-.*elb.amazonaws.com");
      assertThat(live.environment().state()).isEqualTo(new EnvironmentState.Deployed());

      assertThat(live.succeed(OperationKind.DEPLOY, spec).changes())
          .containsExactly(Map.entry(Step.SAME, 6));

      live.succeed(OperationKind.DESTROY, spec);
      assertThat(live.inAws()).isEmpty();
      assertThat(live.services().environments().list()).isEmpty();
    }
  }
}
