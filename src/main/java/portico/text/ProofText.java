package portico.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import portico.proof.ProofProblem;
import portico.proof.ProofReport;
import portico.proof.ProofStep;
import portico.proof.ProofVerdict;
import portico.proof.SilenceFacts;
import portico.proof.StreamFacts;
import portico.proof.TlsFacts;

/** A proof of service in words. */
public final class ProofText {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

  private final Words words;
  private final ProofProblemText problems;

  public ProofText(Words words) {
    this.words = words;
    this.problems = new ProofProblemText(words);
  }

  /** "Proven" and the like. */
  public String of(ProofVerdict.Grade grade) {
    return words.get(
        switch (grade) {
          case PROVEN -> "proof.grade.proven";
          case ANSWERS -> "proof.grade.answers";
          case PARTLY -> "proof.grade.partly";
          case NOT -> "proof.grade.not";
        });
  }

  /** The verdict with its reasons, in one sentence. */
  public String verdict(ProofReport report) {
    boolean many = report.steps().stream().map(ProofStep::listener).distinct().count() > 1;
    String reasons =
        report.verdict().reasons().stream()
            .map(each -> reason(each, many))
            .collect(Collectors.joining(", "));
    return switch (report.verdict().grade()) {
      case PROVEN -> words.get("proof.verdict.proven");
      case ANSWERS -> words.get("proof.verdict.answers", reasons);
      case PARTLY -> words.get("proof.verdict.partly", reasons);
      case NOT -> words.get("proof.verdict.not", reasons);
    };
  }

  /** That nothing is proven of a real load balancer. */
  public String practice() {
    return words.get("proof.practice");
  }

  private String reason(ProofVerdict.Reason reason, boolean many) {
    String stage = of(reason.stage());
    String where = many ? words.get("proof.reason.at", stage, reason.listener()) : stage;
    return switch (reason.kind()) {
      case FAILED -> words.get("proof.reason.failed", where);
      case NOT_ASKED -> words.get("proof.reason.not-asked", where);
      case CANCELLED -> words.get("proof.reason.cancelled", where);
      case NO_LISTENER -> words.get("proof.reason.no-listener");
    };
  }

  public String of(ProofStep.Stage stage) {
    return words.get(
        switch (stage) {
          case NAME -> "proof.stage.name";
          case CONNECT -> "proof.stage.connect";
          case TLS -> "proof.stage.tls";
          case HEALTH -> "proof.stage.health";
          case GATE -> "proof.stage.gate";
          case STREAM -> "proof.stage.stream";
          case SILENCE -> "proof.stage.silence";
        });
  }

  /** How a step went, and what to do about it if it did not go well. */
  public String of(ProofStep step, Instant now) {
    return switch (step) {
      case ProofStep.Resolved(var listener, var took, var addresses, boolean thisMachine) ->
          words.get(
              thisMachine ? "proof.name.this-machine" : "proof.name", String.join(", ", addresses));
      case ProofStep.Connected(var listener, var took, String address) ->
          words.get("proof.connected", address);
      case ProofStep.Secured(var listener, var took, TlsFacts tls) -> tls(tls, now);
      case ProofStep.Healthy healthy -> healthy(healthy);
      case ProofStep.Refused(var listener, var took, String path, int status) ->
          words.get("proof.refused", path, status);
      case ProofStep.Streamed(var listener, var took, StreamFacts facts) -> stream(facts);
      case ProofStep.Survived(var listener, var took, SilenceFacts facts) ->
          words.get(
              switch (facts.way()) {
                case REQUEST -> "proof.survived.request";
                case CONNECTION -> "proof.survived.connection";
              },
              length(facts.wanted()),
              length(facts.idleTimeout()));
      case ProofStep.Failed failed -> of(failed).inOneLine();
      case ProofStep.Skipped skipped -> why(skipped.why());
    };
  }

  /** What a failed step says and what to do next. */
  public Message of(ProofStep.Failed failed) {
    return switch (failed.stage()) {
      case NAME, CONNECT, TLS -> problems.of(failed.problem());
      case HEALTH, GATE, STREAM, SILENCE -> problems.afterConnecting(failed.problem());
    };
  }

  /**
   * That clients have to use the certificate's name, and the record that makes it lead to the load
   * balancer; empty where clients can use the load balancer's own name, or have such a record.
   */
  public Optional<Message> record(TlsFacts tls, String dnsName, boolean practice) {
    if (tls.covers(dnsName) || tls.recorded()) {
      return Optional.empty();
    }
    String name =
        tls.expected().equals(dnsName)
            ? tls.names().stream().findFirst().orElse("?")
            : tls.expected();
    return Optional.of(
        new Message(
            words.get("certificate-name.what", names(words, tls.names()), dnsName),
            "",
            words.get(
                practice ? "certificate-name.next.practice" : "certificate-name.next",
                name,
                dnsName)));
  }

  /** The same of everything that was asked by TLS, each certificate once. */
  public List<Message> records(ProofReport report) {
    return report.steps().stream()
        .filter(ProofStep.Secured.class::isInstance)
        .map(step -> ((ProofStep.Secured) step).tls())
        .flatMap(tls -> record(tls, report.dnsName(), report.practice()).stream())
        .distinct()
        .toList();
  }

  /** What a failure says and what to do next. */
  public Message of(ProofProblem problem) {
    return problems.of(problem);
  }

  private String healthy(ProofStep.Healthy healthy) {
    if (healthy.server().startsWith("awselb") && healthy.status() >= 300) {
      return words.get("proof.healthy.balancer", healthy.path(), healthy.status());
    }
    if (healthy.simulated()) {
      return words.get("proof.healthy.simulated", healthy.path(), healthy.status());
    }
    return healthy.server().isEmpty()
        ? words.get("proof.healthy", healthy.path(), healthy.status())
        : words.get("proof.healthy.server", healthy.path(), healthy.status(), healthy.server());
  }

  private String stream(StreamFacts facts) {
    String text =
        words.get(
            "proof.streamed",
            facts.events(),
            length(facts.first().orElse(Duration.ZERO)),
            length(facts.medianGap()),
            length(facts.longestGap()),
            length(facts.total()));
    return facts.simulated() ? words.get("proof.streamed.simulated", text) : text;
  }

  private String tls(TlsFacts tls, Instant now) {
    return words.get(
        "proof.tls",
        tls.version(),
        tls.cipher(),
        words.get(tls.http2() ? "proof.tls.http2" : "proof.tls.http1"),
        names(words, tls.names()),
        DAY.format(tls.notAfter()),
        Duration.between(now, tls.notAfter()).toDays(),
        words.get(
            switch (tls.trust()) {
              case SYSTEM -> "proof.tls.trust.system";
              case PRACTICE -> "proof.tls.trust.practice";
              case NONE -> "proof.tls.trust.none";
            }),
        words.get(tls.fits() ? "proof.tls.fits" : "proof.tls.unfit", tls.expected()));
  }

  static String names(Words words, List<String> names) {
    return names.isEmpty() ? words.get("proof.tls.no-names") : String.join(", ", names);
  }

  private String why(ProofStep.Why why) {
    return words.get(
        switch (why) {
          case BEFORE_FAILED -> "proof.skipped.before-failed";
          case NOT_ASKED -> "proof.skipped.not-asked";
          case NO_STREAM_KNOWN -> "proof.skipped.no-stream-known";
          case GRPC -> "proof.skipped.grpc";
          case CANCELLED -> "proof.skipped.cancelled";
        });
  }

  /** A length: {@code 85 ms}, {@code 4.2 s}, {@code 3 min 5 s}. */
  public String length(Duration duration) {
    return length(words, duration);
  }

  static String length(Words words, Duration duration) {
    if (duration.toMillis() < 1000) {
      return words.get("proof.length.milliseconds", duration.toMillis());
    }
    if (duration.toSeconds() < 120) {
      String seconds = String.format(Locale.ENGLISH, "%.1f", duration.toMillis() / 1000.0);
      return words.get("proof.length.seconds", seconds.replaceFirst("\\.0$", ""));
    }
    return words.get("proof.length.minutes", duration.toMinutes(), duration.toSecondsPart());
  }
}
