package portico.practice.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.pulumi.Context;
import com.pulumi.automation.LocalWorkspace;
import com.pulumi.automation.LocalWorkspaceOptions;
import com.pulumi.automation.OperationType;
import com.pulumi.automation.OutputValue;
import com.pulumi.automation.PreviewOptions;
import com.pulumi.automation.ProjectBackend;
import com.pulumi.automation.ProjectRuntimeName;
import com.pulumi.automation.ProjectSettings;
import com.pulumi.automation.UpOptions;
import com.pulumi.automation.WorkspaceStack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ec2.model.Subnet;

/**
 * Programs written with com.pulumi:aws, run by the real engine through the provider against a mock
 * of AWS.
 */
@Tag("engine")
class EngineTest {
  private static final Duration SHORT = Duration.ofMillis(20);

  private static MotoServer moto;
  private static BundledProvider provider;
  private static Path pulumi;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws Exception {
    Optional<Path> engine = EngineCommand.path();
    assumeTrue(engine.isPresent(), "no engine: set portico.test.pulumi or PORTICO_PULUMI");
    pulumi = engine.orElseThrow();
    moto = MotoServer.start();
    Duration limit = Duration.ofSeconds(20);
    provider =
        BundledProvider.start(
            moto.clients(), new ProviderTiming(SHORT, SHORT, limit, limit, limit, limit));
  }

  @AfterAll
  static void stop() throws Exception {
    if (provider != null) {
      provider.close();
      moto.close();
    }
  }

  @Test
  void an_environment_is_previewed_made_left_alone_changed_refreshed_and_destroyed()
      throws Exception {
    List<Subnet> subnets = moto.clients().ec2().describeSubnets().subnets();
    DemoProgram program =
        new DemoProgram(
            "demo",
            subnets.getFirst().vpcId(),
            subnets.stream().limit(2).map(Subnet::subnetId).toList());
    WorkspaceStack stack = stack("whole", program);
    assertThat(stack.preview().changeSummary()).containsEntry(OperationType.CREATE, 9);

    Map<String, OutputValue> outputs = stack.up().outputs();
    assertThat(outputs)
        .hasEntrySatisfying(
            "dns", dns -> assertThat(dns.value().toString()).endsWith(".elb.amazonaws.com"));

    var again = stack.up(UpOptions.builder().expectNoChanges(true).build());
    assertThat(again.summary().resourceChanges()).containsOnlyKeys(OperationType.SAME);

    var refreshed = stack.refresh();
    assertThat(refreshed.summary().resourceChanges())
        .as(refreshed.standardOutput())
        .containsOnlyKeys(OperationType.SAME);
    assertThat(
            stack.preview(PreviewOptions.builder().expectNoChanges(true).build()).changeSummary())
        .containsOnlyKeys(OperationType.SAME);

    program.idleTimeout(600);
    var changed = stack.up();
    assertThat(changed.summary().resourceChanges())
        .as(changed.standardOutput())
        .containsEntry(OperationType.UPDATE, 1);

    stack.destroy();
    assertThat(moto.clients().elb().describeLoadBalancers().loadBalancers()).isEmpty();
    assertThat(moto.clients().elb().describeTargetGroups().targetGroups()).isEmpty();
  }

  private WorkspaceStack stack(String name, Consumer<Context> program) throws Exception {
    Path work = Files.createDirectories(folder.resolve("work"));
    Path state = Files.createDirectories(folder.resolve("state"));
    return LocalWorkspace.createStack(
        "portico-test",
        name,
        program,
        LocalWorkspaceOptions.builder()
            .workDir(work)
            .pulumiHome(Files.createDirectories(folder.resolve("home")))
            .pulumiCommand(new EngineCommand(pulumi, name))
            .projectSettings(
                ProjectSettings.builder("portico-test", ProjectRuntimeName.JAVA)
                    .backend(ProjectBackend.builder().url(state.toUri().toString()).build())
                    .build())
            .environmentVariables(
                Map.of(
                    "PULUMI_CONFIG_PASSPHRASE", "test",
                    "PULUMI_SKIP_UPDATE_CHECK", "true",
                    "PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION", "true",
                    "PULUMI_DEBUG_PROVIDERS", "aws:" + provider.port()))
            .build());
  }
}
