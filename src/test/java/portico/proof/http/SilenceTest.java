package portico.proof.http;

import static org.assertj.core.api.Assertions.assertThat;
import static portico.proof.http.Asked.problem;
import static portico.proof.http.Asked.step;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import portico.proof.ProofProblem;
import portico.proof.ProofReport;
import portico.proof.ProofStep;
import portico.proof.ProofStep.Stage;
import portico.proof.SilenceFacts;

/** A connection that is kept idle, by a real server's behaviour. */
@Timeout(60)
class SilenceTest {
  private static ProofReport silent(RawServer server, Duration silence, Duration idle) {
    Asked asked = new Asked(server.address());
    asked.silence = Optional.of(silence);
    asked.idle = idle;
    return asked.prove();
  }

  @Test
  void a_connection_that_is_kept_open_survives_and_is_used_again() {
    try (RawServer server =
        new RawServer((request, out) -> out.send(200, "text/plain", "healthy"))) {
      ProofReport report = silent(server, Duration.ofMillis(80), Duration.ofSeconds(60));

      assertThat(step(report, Stage.SILENCE))
          .isInstanceOfSatisfying(
              ProofStep.Survived.class,
              survived -> {
                assertThat(survived.facts().way()).isEqualTo(SilenceFacts.Way.CONNECTION);
                assertThat(survived.took()).isGreaterThanOrEqualTo(Duration.ofMillis(80));
              });
      assertThat(server.heads).filteredOn(head -> head.contains("keep-alive")).hasSize(2);
    }
  }

  @Test
  void a_connection_closed_at_once_was_not_closed_by_the_idle_timeout() {
    try (RawServer server =
        new RawServer(
            (request, out) -> {
              out.send(200, "text/plain", "healthy");
              return false;
            })) {
      var cut =
          problem(
              silent(server, Duration.ofSeconds(5), Duration.ofSeconds(60)),
              Stage.SILENCE,
              ProofProblem.SilenceCut.class);

      assertThat(cut.cut()).isEqualTo(ProofProblem.Cut.CLOSED);
      assertThat(cut.byIdleTimeout()).isFalse();
    }
  }

  @Test
  void a_server_that_announces_the_end_is_not_waited_for() {
    try (RawServer server =
        new RawServer(
            (request, out) -> {
              out.write("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
              return false;
            })) {
      var cut =
          problem(
              silent(server, Duration.ofSeconds(50), Duration.ofSeconds(60)),
              Stage.SILENCE,
              ProofProblem.SilenceCut.class);

      assertThat(cut.after()).isLessThan(Duration.ofSeconds(50));
    }
  }
}
