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
import portico.proof.TlsFacts;
import portico.proof.http.HttpServiceProof;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
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
    return prove(silence, endpoint(80, "/health", Optional.empty()), Optional.empty());
  }

  private ProofEndpoint endpoint(int port, String health, Optional<String> domain) {
    InetSocketAddress at = scene.address(port).orElseThrow();
    return new ProofEndpoint(
        "web",
        scene.balancer.dnsName(),
        port == 443,
        port,
        Optional.of(at),
        domain,
        Optional.of(new ProofEndpoint.Health(health, "200", Duration.ofSeconds(10))),
        Optional.empty());
  }

  private ProofReport prove(Duration silence, ProofEndpoint endpoint, Optional<Path> authority) {
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
            authority);
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

  @Test
  void a_silent_request_to_the_built_in_server_is_cut_with_504_by_the_idle_timeout() {
    TargetGroup group =
        scene.simulation.targetGroup("triton", r -> r.port(8002).healthCheckPath("/metrics"));
    scene.listen(80, group);
    String balancer = scene.balancer.loadBalancerArn();
    scene.simulation.elb.setSubnets(
        r ->
            r.loadBalancerArn(balancer)
                .subnets(
                    scene.simulation.subnet("ml-platform-public-a"),
                    scene.simulation.subnet("ml-platform-public-c")));
    scene.simulation.register(group, "triton-ensemble");
    PlaneScene.await(() -> scene.states(group).contains("healthy"));
    var endpoint = endpoint(80, "/metrics", Optional.empty());
    ProofProblem.SilenceCut cut = cut(prove(Duration.ofSeconds(20), endpoint, Optional.empty()));

    assertThat(cut.facts().way()).isEqualTo(SilenceFacts.Way.REQUEST);
    assertThat(cut.cut()).isEqualTo(ProofProblem.Cut.GATEWAY_TIMEOUT);
    assertThat(cut.byIdleTimeout()).isTrue();
    assertThat(cut.after()).isGreaterThanOrEqualTo(Duration.ofMillis(900));
    assertThat(prove(Duration.ofMillis(50), endpoint, Optional.empty()).verdict().grade())
        .isEqualTo(ProofVerdict.Grade.PROVEN);
  }

  @Test
  void a_certificate_is_trusted_by_practices_authority_alone_and_has_to_fit_its_domain() {
    var certificate =
        scene.simulation.acm.listCertificates().certificateSummaryList().stream()
            .filter(each -> each.statusAsString().equals("ISSUED"))
            .filter(each -> !each.domainName().startsWith("*"))
            .findFirst()
            .orElseThrow();
    TargetGroup group = scene.group("real", r -> r.port(8000).healthCheckPath("/health"));
    scene.simulation.elb.createListener(
        r ->
            r.loadBalancerArn(scene.balancer.loadBalancerArn())
                .protocol("HTTPS")
                .port(443)
                .certificates(
                    Certificate.builder().certificateArn(certificate.certificateArn()).build())
                .defaultActions(Simulation.forward(group)));
    try (LocalServer server = LocalServer.saying("ok")) {
      scene.serve(group, server);
      Optional<Path> authority = scene.simulation.aws.certificateAuthority();
      var right = endpoint(443, "/health", Optional.of(certificate.domainName()));
      var wrong = endpoint(443, "/health", Optional.of("another.example.com"));
      Duration silence = Duration.ofMillis(50);

      ProofReport trusted = prove(silence, right, authority);
      assertThat(trusted.verdict().grade()).isEqualTo(ProofVerdict.Grade.PROVEN);
      assertThat(trusted.steps())
          .filteredOn(ProofStep.Secured.class::isInstance)
          .singleElement()
          .isInstanceOfSatisfying(
              ProofStep.Secured.class,
              secured -> {
                assertThat(secured.tls().trust()).isEqualTo(TlsFacts.Trust.PRACTICE);
                assertThat(secured.tls().fits()).isTrue();
                assertThat(secured.tls().http2()).isTrue();
                assertThat(secured.tls().version()).startsWith("TLSv1.");
                assertThat(secured.tls().names()).contains(certificate.domainName());
              });
      assertThat(problem(prove(silence, right, Optional.empty())))
          .isInstanceOf(ProofProblem.NotTrusted.class);
      assertThat(problem(prove(silence, wrong, authority)))
          .isInstanceOf(ProofProblem.WrongName.class);
    }
  }

  private static ProofProblem problem(ProofReport report) {
    return report.steps().stream()
        .filter(ProofStep.Failed.class::isInstance)
        .map(each -> ((ProofStep.Failed) each).problem())
        .findFirst()
        .orElseThrow(() -> new AssertionError(report.steps()));
  }
}
