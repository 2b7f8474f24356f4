package portico.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static portico.testing.Answers.value;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.catalog.TargetHealth;
import portico.catalog.aws.AwsCatalog;
import portico.catalog.aws.AwsClients;
import portico.model.AccessSpec;
import portico.model.EnvironmentSpec;
import portico.model.HealthCheckSpec;
import portico.model.InstanceTarget;
import portico.model.ListenerSpec;
import portico.model.LoadBalancerSpec;
import portico.model.Protocol;
import portico.model.Scheme;
import portico.model.TargetGroupSpec;
import portico.testing.AwsFixture;
import portico.testing.AwsScene;
import portico.testing.AwsScene.Ground;
import portico.testing.SimulatedAwsServer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;

/** From what the simulated AWS tells, a rule that is missing is found and its cure made. */
class SimulatedDoctorTest {
  private final SimulatedAwsServer simulated;
  private final AwsClients aws;
  private final AwsCatalog catalog;
  private final AwsScene scene;

  SimulatedDoctorTest(@TempDir Path folder) {
    simulated = new SimulatedAwsServer(folder.resolve("account"));
    aws = AwsFixture.clients(simulated.uri());
    catalog = new AwsCatalog(aws);
    scene = new AwsScene(aws);
  }

  @AfterEach
  void stop() {
    catalog.close();
    simulated.close();
  }

  @Test
  void a_missing_rule_of_the_targets_security_group_is_found() {
    Ground ground = closedGround();
    String own = scene.securityGroup(ground.vpc(), "own", Map.of());
    String balancer = scene.loadBalancer("doctor", ground.publicSubnets(), List.of(own), Map.of());
    String group = scene.targetGroup("doctor", ground.vpc(), Map.of());
    scene.listener(balancer, 80, group, Map.of());
    aws.elb()
        .registerTargets(
            request ->
                request
                    .targetGroupArn(group)
                    .targets(TargetDescription.builder().id(ground.instance()).build()));
    List<TargetHealth> health = unhealthy(group);
    EnvironmentSpec spec = spec(ground);

    List<Diagnosis> diagnoses =
        Doctor.examine(
            spec,
            spec.targetGroups().getFirst(),
            health,
            DoctorFacts.read(catalog, ground.vpc(), Optional.of(own)),
            ServerFacts.UNKNOWN);

    String targets =
        value(catalog.instances(ground.vpc())).stream()
            .filter(each -> each.id().equals(ground.instance()))
            .findFirst()
            .orElseThrow()
            .securityGroupIds()
            .getFirst();
    Finding first = diagnoses.getFirst().findings().getFirst();
    assertThat(first.cause()).isEqualTo(new Cause.TargetClosed(List.of(targets), 8000));
    assertThat(first.verdict()).isEqualTo(Finding.Verdict.CONFIRMED);
    assertThat(diagnoses.getFirst().findings())
        .filteredOn(each -> each.verdict() == Finding.Verdict.RULED_OUT)
        .extracting(Finding::cause)
        .contains(new Cause.BalancerClosed(List.of(own), 8000))
        .anyMatch(Cause.NotRunning.class::isInstance);
    assertThat(((Remedy.Fix) first.remedy().orElseThrow()).spec().access().targetSecurityGroupIds())
        .containsExactly(targets);
  }

  /** The seeded VPC with the instance whose security group lets nobody in. */
  private Ground closedGround() {
    Ground seeded = SimulatedAwsServer.ground(catalog);
    String closed =
        value(catalog.instances(seeded.vpc())).stream()
            .filter(each -> each.name().equals("comfyui-render"))
            .findFirst()
            .orElseThrow()
            .id();
    return new Ground(seeded.vpc(), seeded.publicSubnets(), seeded.privateSubnet(), closed);
  }

  private List<TargetHealth> unhealthy(String group) {
    Instant limit = Instant.now().plus(Duration.ofSeconds(20));
    List<TargetHealth> health = value(catalog.targetHealth(group));
    while (!health.getFirst().reason().equals("Target.Timeout") && Instant.now().isBefore(limit)) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      health = value(catalog.targetHealth(group));
    }
    return health;
  }

  private static EnvironmentSpec spec(Ground ground) {
    return new EnvironmentSpec(
        "us-west-2",
        new LoadBalancerSpec(
            "doctor", Scheme.INTERNET_FACING, ground.vpc(), ground.publicSubnets()),
        List.of(
            new TargetGroupSpec(
                "doctor",
                Protocol.HTTP,
                8000,
                new HealthCheckSpec("/health", 15, 10, 2, 2),
                List.of(InstanceTarget.of(ground.instance())))),
        List.of(new ListenerSpec("http", Protocol.HTTP, 80, "doctor")),
        new AccessSpec(List.of("203.0.113.7/32")));
  }
}
