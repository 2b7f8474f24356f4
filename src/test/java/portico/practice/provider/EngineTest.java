package portico.practice.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.pulumi.Context;
import com.pulumi.automation.AutomationException;
import com.pulumi.automation.LocalWorkspace;
import com.pulumi.automation.LocalWorkspaceOptions;
import com.pulumi.automation.OperationType;
import com.pulumi.automation.PreviewOptions;
import com.pulumi.automation.ProjectBackend;
import com.pulumi.automation.ProjectRuntimeName;
import com.pulumi.automation.ProjectSettings;
import com.pulumi.automation.UpOptions;
import com.pulumi.automation.WorkspaceStack;
import com.pulumi.aws.lb.LoadBalancer;
import com.pulumi.aws.lb.LoadBalancerArgs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.testing.TestEngine;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerStateEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

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

  /** Held, or the setting is lost with it: the automation library forgets to close its channels. */
  private static final Logger CHANNELS =
      Logger.getLogger("io.grpc.internal.ManagedChannelOrphanWrapper");

  @BeforeAll
  static void start() throws Exception {
    CHANNELS.setLevel(Level.OFF);
    pulumi = TestEngine.binary();
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
    DemoProgram program = demo();
    WorkspaceStack stack = stack("whole", program, engine("whole"));
    assertThat(stack.preview().changeSummary()).containsEntry(OperationType.CREATE, 9);

    assertThat(stack.up().outputs())
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

  @Test
  void a_target_group_with_a_fixed_name_is_replaced_although_a_listener_forwards_to_it()
      throws Exception {
    DemoProgram program = demo();
    WorkspaceStack stack = stack("replaced", program, engine("replaced"));
    stack.up();

    program.servicePort(9000);
    stack.up();

    TargetGroup group = moto.clients().elb().describeTargetGroups().targetGroups().getFirst();
    assertThat(group.port()).isEqualTo(9000);
    String balancer =
        moto.clients().elb().describeLoadBalancers().loadBalancers().getFirst().loadBalancerArn();
    assertThat(
            moto.clients()
                .elb()
                .describeListeners(request -> request.loadBalancerArn(balancer))
                .listeners()
                .getFirst()
                .defaultActions())
        .singleElement()
        .satisfies(
            action ->
                assertThat(action.forwardConfig().targetGroups().getFirst().targetGroupArn())
                    .isEqualTo(group.targetGroupArn()));
    assertThat(
            stack.preview(PreviewOptions.builder().expectNoChanges(true).build()).changeSummary())
        .containsOnlyKeys(OperationType.SAME);
    stack.destroy();
  }

  @Test
  void a_stack_whose_state_was_lost_takes_over_what_it_made() throws Exception {
    stack("lost", demo(), engine("lost")).up();
    String before =
        moto.clients().elb().describeLoadBalancers().loadBalancers().getFirst().loadBalancerArn();

    WorkspaceStack second = stack("found", demo(), engine("found"));
    second.up();

    assertThat(moto.clients().elb().describeLoadBalancers().loadBalancers())
        .singleElement()
        .satisfies(balancer -> assertThat(balancer.loadBalancerArn()).isEqualTo(before));
    second.destroy();
  }

  @Test
  void drift_is_seen_by_refresh_and_mended_by_up() throws Exception {
    WorkspaceStack stack = stack("drift", demo(), engine("drift"));
    stack.up();
    String balancer =
        moto.clients().elb().describeLoadBalancers().loadBalancers().getFirst().loadBalancerArn();
    moto.clients()
        .elb()
        .modifyLoadBalancerAttributes(
            request ->
                request
                    .loadBalancerArn(balancer)
                    .attributes(
                        LoadBalancerAttribute.builder()
                            .key("idle_timeout.timeout_seconds")
                            .value("7")
                            .build()));
    String listener =
        moto.clients()
            .elb()
            .describeListeners(request -> request.loadBalancerArn(balancer))
            .listeners()
            .getFirst()
            .listenerArn();
    moto.clients().elb().deleteListener(request -> request.listenerArn(listener));

    var refreshed = stack.refresh().summary().resourceChanges();
    assertThat(refreshed)
        .containsEntry(OperationType.UPDATE, 1)
        .containsEntry(OperationType.DELETE, 2);

    stack.up();
    assertThat(
            moto.clients()
                .elb()
                .describeLoadBalancerAttributes(request -> request.loadBalancerArn(balancer))
                .attributes())
        .anySatisfy(
            each ->
                assertThat(each.key() + "=" + each.value())
                    .isEqualTo("idle_timeout.timeout_seconds=300"));
    assertThat(
            moto.clients()
                .elb()
                .describeListeners(request -> request.loadBalancerArn(balancer))
                .listeners())
        .hasSize(1);
    stack.destroy();
  }

  @Test
  void a_cancelled_run_keeps_the_load_balancer_and_the_next_one_finishes_it() throws Exception {
    FakeElb elb = new FakeElb();
    elb.states.clear();
    elb.states.add(FakeElb.state(LoadBalancerStateEnum.PROVISIONING, ""));
    Duration minutes = Duration.ofMinutes(10);
    try (BundledProvider slow =
        BundledProvider.start(
            new ProviderClients(
                new FakeEc2(),
                elb,
                new FakeLambda(),
                new FakeWaf(),
                new FakeRoute53(),
                new FakeS3(),
                "us-west-2"),
            new ProviderTiming(SHORT, SHORT, minutes, minutes, minutes, minutes))) {
      EngineCommand engine = engine("cancelled");
      WorkspaceStack stack = stack("cancelled", EngineTest::onlyLoadBalancer, engine, slow);
      CompletableFuture<Throwable> run = new CompletableFuture<>();
      Thread.ofPlatform().start(() -> run.complete(catchThrowable(stack::up)));
      awaitCreation(elb);

      engine.interrupt();

      assertThat(run.get(30, TimeUnit.SECONDS))
          .isInstanceOf(AutomationException.class)
          .hasMessageContaining("stopped while waiting");
      assertThat(slow.awaitIdle(SHORT)).isTrue();

      elb.states.clear();
      elb.states.add(FakeElb.state(LoadBalancerStateEnum.ACTIVE, ""));
      assertThat(stack.up().summary().resourceChanges()).containsEntry(OperationType.UPDATE, 1);
      assertThat(elb.calls).containsOnlyOnce("CreateLoadBalancer");
      stack.destroy();
      assertThat(elb.isEmpty()).isTrue();
    }
  }

  private static DemoProgram demo() {
    List<Subnet> subnets = moto.clients().ec2().describeSubnets().subnets();
    return new DemoProgram(
        "demo",
        subnets.getFirst().vpcId(),
        subnets.stream().limit(2).map(Subnet::subnetId).toList());
  }

  private static void onlyLoadBalancer(Context context) {
    new LoadBalancer(
        "front",
        LoadBalancerArgs.builder()
            .name("demo")
            .subnets("subnet-a", "subnet-b")
            .tags(Inputs.OWNER)
            .build());
  }

  private static void awaitCreation(FakeElb elb) {
    Duration limit = Duration.ofSeconds(60);
    new Patience(new ProviderTiming(SHORT, SHORT, limit, limit, limit, limit), new Cancellation())
        .until(
            "the creation",
            limit,
            () -> elb.isEmpty() ? Optional.empty() : Optional.of(true),
            () -> "nothing was made");
  }

  private static EngineCommand engine(String stack) {
    return new EngineCommand(pulumi, stack);
  }

  private WorkspaceStack stack(String name, Consumer<Context> program, EngineCommand engine)
      throws Exception {
    return stack(name, program, engine, provider);
  }

  private WorkspaceStack stack(
      String name, Consumer<Context> program, EngineCommand engine, BundledProvider attached)
      throws Exception {
    Path own = folder.resolve(name);
    Path work = Files.createDirectories(own.resolve("work"));
    Path state = Files.createDirectories(own.resolve("state"));
    return LocalWorkspace.createStack(
        "portico-test",
        name,
        program,
        LocalWorkspaceOptions.builder()
            .workDir(work)
            .pulumiHome(Files.createDirectories(own.resolve("home")))
            .pulumiCommand(engine)
            .projectSettings(
                ProjectSettings.builder("portico-test", ProjectRuntimeName.JAVA)
                    .backend(ProjectBackend.builder().url(state.toUri().toString()).build())
                    .build())
            .environmentVariables(
                Map.of(
                    "PULUMI_CONFIG_PASSPHRASE", "test",
                    "PULUMI_SKIP_UPDATE_CHECK", "true",
                    "PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION", "true",
                    "PULUMI_DEBUG_PROVIDERS", "aws:" + attached.port()))
            .build());
  }
}
