package portico.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.catalog.aws.AwsCatalog;
import portico.catalog.aws.AwsClients;
import portico.model.EnvironmentName;
import portico.probe.ProbeResult.Verdict;
import portico.proof.ProofEndpoint;
import portico.proof.http.HttpServiceProof;
import portico.testing.AwsFixture;
import portico.testing.AwsScene;
import portico.testing.AwsScene.Ground;
import portico.testing.SimulatedAwsServer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;

/** The probe at a load balancer of the simulated AWS, which listens at a port of its own. */
class SimulatedProbeTest {
  private static final InetSocketAddress NOWHERE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);

  private final SimulatedAwsServer simulated;
  private final AwsClients aws;
  private final AwsScene scene;

  SimulatedProbeTest(@TempDir Path folder) {
    simulated = SimulatedAwsServer.serving(folder.resolve("account"));
    aws = AwsFixture.clients(simulated.uri());
    scene = new AwsScene(aws);
  }

  @AfterEach
  void stop() {
    aws.close();
    simulated.close();
  }

  private ProbeResult probe(String balancer, int port) {
    var dnsName =
        aws.elb()
            .describeLoadBalancers(request -> request.loadBalancerArns(balancer))
            .loadBalancers()
            .getFirst()
            .dnsName();
    var here = simulated.listener(dnsName, port).orElse(NOWHERE);
    var endpoint =
        new ProofEndpoint(
            "web",
            dnsName,
            false,
            port,
            Optional.of(here),
            Optional.empty(),
            Optional.of(new ProofEndpoint.Health("/health", "200", Duration.ofSeconds(10))),
            Optional.empty());
    return new QuickProbe(HttpServiceProof.quick(InstantSource.system()))
        .probe(new ProbeTarget(new EnvironmentName("probe"), true, endpoint, Optional.empty()));
  }

  /** Probes until the verdict is there; the last verdict when it does not come in time. */
  private Verdict eventually(String balancer, Verdict wanted) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    var verdict = probe(balancer, 80).verdict();
    while (verdict != wanted && System.nanoTime() < end) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      verdict = probe(balancer, 80).verdict();
    }
    return verdict;
  }

  @Test
  void a_load_balancer_serves_once_it_has_a_healthy_target() {
    Ground ground = SimulatedAwsServer.ground(new AwsCatalog(aws));
    var group = scene.securityGroup(ground.vpc(), "probe", Map.of());
    scene.ingress(group, 80, "203.0.113.7/32", Map.of());
    var targets = scene.targetGroup("probe", ground.vpc(), Map.of());
    var balancer = scene.loadBalancer("probe", ground.publicSubnets(), List.of(group), Map.of());
    scene.listener(balancer, 80, targets, Map.of());

    assertThat(eventually(balancer, Verdict.NO_TARGETS)).isEqualTo(Verdict.NO_TARGETS);
    assertThat(probe(balancer, 81).verdict()).isEqualTo(Verdict.NO_ANSWER);

    aws.elb()
        .modifyTargetGroup(request -> request.targetGroupArn(targets).healthCheckPath("/health"));
    aws.elb()
        .registerTargets(
            request ->
                request
                    .targetGroupArn(targets)
                    .targets(TargetDescription.builder().id(ground.instance()).build()));

    assertThat(eventually(balancer, Verdict.SERVES)).isEqualTo(Verdict.SERVES);
  }
}
