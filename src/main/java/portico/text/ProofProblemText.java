package portico.text;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import portico.proof.ProofProblem;
import portico.proof.ProofProblem.Cut;
import portico.proof.SilenceFacts;
import portico.proof.StreamFacts;
import portico.proof.TlsFacts;

/** What went wrong in a proof of service, in words. */
final class ProofProblemText {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

  private final Words words;

  ProofProblemText(Words words) {
    this.words = words;
  }

  /** The same where a connection stood: what was silent is behind the load balancer. */
  Message afterConnecting(ProofProblem problem) {
    return problem instanceof ProofProblem.TimedOut(Duration limit)
        ? message("proof.silent", length(limit))
        : of(problem);
  }

  Message of(ProofProblem problem) {
    return switch (problem) {
      case ProofProblem.UnknownName(String name, String detail) ->
          message("proof.unknown-name", name, detail);
      case ProofProblem.ConnectionRefused(String address) ->
          message("proof.connection-refused", address);
      case ProofProblem.TimedOut(Duration limit) -> message("proof.timed-out", length(limit));
      case ProofProblem.NoRoute(String detail) -> message("proof.no-route", detail);
      case ProofProblem.NoHandshake(String detail) -> message("proof.no-handshake", detail);
      case ProofProblem.NotTrusted(TlsFacts tls, String detail) ->
          message(
              "proof.not-trusted",
              ProofText.names(words, tls.names()),
              tls.issuer(),
              DAY.format(tls.notAfter()),
              detail);
      case ProofProblem.WrongName(TlsFacts tls) ->
          message("proof.wrong-name", ProofText.names(words, tls.names()), tls.expected());
      case ProofProblem.NotHttp(String detail) -> message("proof.not-http", detail);
      case ProofProblem.NoTargets() -> message("proof.no-targets");
      case ProofProblem.WrongStatus(String path, int status, String server) ->
          new Message(
              server.isEmpty()
                  ? words.get("proof.wrong-status.what", path, status)
                  : words.get("proof.wrong-status-by", path, status, server),
              "",
              words.get("proof.wrong-status.next"));
      case ProofProblem.NoKey(String header) -> message("proof.no-key", header);
      case ProofProblem.GateOpen(String path, int status) ->
          message("proof.gate-open", path, status);
      case ProofProblem.NoModel(String path, String detail) ->
          message("proof.no-model", path, detail);
      case ProofProblem.NotStreamed(StreamFacts facts) ->
          message("proof.not-streamed", facts.path(), length(facts.total()));
      case ProofProblem.StreamBroken(StreamFacts facts, String detail) ->
          message("proof.stream-broken", facts.events(), length(facts.total()), detail);
      case ProofProblem.SilenceCut(SilenceFacts facts, Duration after, Cut cut, boolean byIdle) ->
          message(
              byIdle ? "proof.silence-cut.idle" : "proof.silence-cut",
              length(after),
              of(cut),
              length(facts.idleTimeout()),
              length(facts.wanted()));
      case ProofProblem.Cancelled() -> message("proof.cancelled");
      case ProofProblem.Other(String detail) -> message("proof.other", detail);
    };
  }

  private String of(Cut cut) {
    return words.get(
        switch (cut) {
          case GATEWAY_TIMEOUT -> "proof.cut.gateway-timeout";
          case OTHER_STATUS -> "proof.cut.other-status";
          case CLOSED -> "proof.cut.closed";
        });
  }

  private String length(Duration duration) {
    return ProofText.length(words, duration);
  }

  private Message message(String key, Object... facts) {
    return new Message(words.get(key + ".what", facts), "", words.get(key + ".next", facts));
  }
}
