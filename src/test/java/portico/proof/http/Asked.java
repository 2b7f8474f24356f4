package portico.proof.http;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import portico.model.EnvironmentName;
import portico.proof.ProofControl;
import portico.proof.ProofEndpoint;
import portico.proof.ProofListener;
import portico.proof.ProofReport;
import portico.proof.ProofRequest;
import portico.proof.ProofStep;
import portico.proof.Streaming;

/** A proof's request that tests change part by part, and what came of it. */
final class Asked {
  static final Instant AT = Instant.parse("2026-11-23T15:30:00Z");

  private final InetSocketAddress address;
  Streaming stream = new Streaming.NotAsked();
  Optional<Duration> silence = Optional.empty();
  Duration idle = Duration.ofSeconds(60);
  Optional<ProofEndpoint.Key> key = Optional.empty();
  Optional<String> domain = Optional.empty();
  Optional<Path> authority = Optional.empty();
  boolean secure;
  boolean direct;
  String dnsName = "demo-1.us-west-2.elb.localhost";
  final ProofControl control = new ProofControl();
  final List<ProofStep> told = new ArrayList<>();

  Asked(InetSocketAddress address) {
    this.address = address;
  }

  ProofReport prove() {
    var endpoint =
        new ProofEndpoint(
            "web",
            dnsName,
            secure,
            direct ? address.getPort() : 80,
            direct ? Optional.empty() : Optional.of(address),
            domain,
            Optional.of(new ProofEndpoint.Health("/health", "200", Duration.ofSeconds(10))),
            key);
    var request =
        new ProofRequest(
            new EnvironmentName("demo"),
            true,
            dnsName,
            "vllm",
            List.of(endpoint),
            stream,
            silence,
            idle,
            authority);
    var limits = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(10));
    ProofListener listener = told::add;
    return new HttpServiceProof(
            () -> AT,
            name -> {
              throw new java.net.UnknownHostException(name);
            },
            limits)
        .prove(request, listener, control);
  }

  /** The step of a stage. */
  static ProofStep step(ProofReport report, ProofStep.Stage stage) {
    return report.steps().stream()
        .filter(each -> each.stage() == stage)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + stage + " in " + report.steps()));
  }

  /** What was wrong with the step of a stage. */
  static <P> P problem(ProofReport report, ProofStep.Stage stage, Class<P> type) {
    if (step(report, stage) instanceof ProofStep.Failed failed
        && type.isInstance(failed.problem())) {
      return type.cast(failed.problem());
    }
    throw new AssertionError("no " + type + ": " + step(report, stage));
  }
}
