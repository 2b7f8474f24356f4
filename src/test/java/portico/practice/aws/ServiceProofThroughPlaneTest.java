package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import portico.model.EnvironmentName;
import portico.proof.ProofControl;
import portico.proof.ProofEndpoint;
import portico.proof.ProofListener;
import portico.proof.ProofProblem;
import portico.proof.ProofReport;
import portico.proof.ProofRequest;
import portico.proof.ProofStep;
import portico.proof.ProofStep.Stage;
import portico.proof.ProofVerdict;
import portico.proof.SilenceFacts;
import portico.proof.Streaming;
import portico.proof.http.HttpServiceProof;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** Proofs through a simulated load balancer, whose idle timeout really cuts. */
@Timeout(120)
class ServiceProofThroughPlaneTest {
  @TempDir private Path folder;
  private PlaneScene scene;

  @BeforeEach
  void open() {
    scene = new PlaneScene(folder);
    scene.balancerAttribute("idle_timeout.timeout_seconds", "1");
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private ProofReport prove(Duration silence) {
    InetSocketAddress at = scene.address(80).orElseThrow();
    var endpoint =
        new ProofEndpoint(
            "web",
            scene.balancer.dnsName(),
            false,
            80,
            Optional.of(at),
            Optional.empty(),
            Optional.of(new ProofEndpoint.Health("/health", "200", Duration.ofSeconds(10))),
            Optional.empty());
    var request =
        new ProofRequest(
            new EnvironmentName("demo"),
            true,
            scene.balancer.dnsName(),
            "other",
            List.of(endpoint),
            Streaming.of("other"),
            Optional.of(silence),
            Duration.ofSeconds(1),
            Optional.empty());
    return new HttpServiceProof(InstantSource.system())
        .prove(request, ProofListener.NONE, new ProofControl());
  }

  private static ProofProblem.SilenceCut cut(ProofReport report) {
    return report.steps().stream()
        .filter(ProofStep.Failed.class::isInstance)
        .map(ProofStep.Failed.class::cast)
        .map(ProofStep.Failed::problem)
        .filter(ProofProblem.SilenceCut.class::isInstance)
        .map(ProofProblem.SilenceCut.class::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError(report.steps()));
  }

  private void serveRealServer(LocalServer server) {
    TargetGroup group = scene.group("real", r -> r.port(8000).healthCheckPath("/health"));
    scene.listen(80, group);
    scene.serve(group, server);
  }

  @Test
  void a_connection_to_a_real_server_is_cut_by_the_idle_timeout_and_the_report_says_so() {
    try (LocalServer server = LocalServer.saying("ok")) {
      serveRealServer(server);
      ProofReport report = prove(Duration.ofSeconds(20));
      ProofProblem.SilenceCut cut = cut(report);

      assertThat(cut.byIdleTimeout()).isTrue();
      assertThat(cut.cut()).isEqualTo(ProofProblem.Cut.CLOSED);
      assertThat(cut.facts().way()).isEqualTo(SilenceFacts.Way.CONNECTION);
      assertThat(report.verdict().grade()).isEqualTo(ProofVerdict.Grade.PARTLY);
      assertThat(report.steps())
          .contains(new ProofStep.Skipped("web", Stage.STREAM, ProofStep.Why.NO_STREAM_KNOWN));
    }
  }

  @Test
  void a_silence_within_the_idle_timeout_survives() {
    try (LocalServer server = LocalServer.saying("ok")) {
      serveRealServer(server);
      ProofReport report = prove(Duration.ofMillis(100));

      assertThat(report.verdict().grade()).isEqualTo(ProofVerdict.Grade.PROVEN);
    }
  }
}
