package portico.proof.http;

import static org.assertj.core.api.Assertions.assertThat;
import static portico.proof.http.Asked.problem;
import static portico.proof.http.Asked.step;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import portico.proof.ProofEndpoint;
import portico.proof.ProofProblem;
import portico.proof.ProofReport;
import portico.proof.ProofStep;
import portico.proof.ProofStep.Stage;
import portico.proof.ProofVerdict;
import portico.proof.Streaming;

/** From the name to the health check's answer. */
@Timeout(60)
class ReachTest {
  private static RawServer answering(int status, String server) {
    return new RawServer(
        (request, out) -> {
          out.write(
              "HTTP/1.1 %d Status\r\nServer: %s\r\nContent-Length: 0\r\n\r\n"
                  .formatted(status, server));
          return true;
        });
  }

  @Test
  void a_name_under_localhost_is_this_machine_and_every_step_is_told_as_it_ends() {
    try (RawServer server = answering(200, "uvicorn")) {
      Asked asked = new Asked(server.address());
      asked.direct = true;
      ProofReport report = asked.prove();

      assertThat(step(report, Stage.NAME))
          .isInstanceOfSatisfying(
              ProofStep.Resolved.class,
              name -> {
                assertThat(name.thisMachine()).isTrue();
                assertThat(name.addresses()).containsExactly("127.0.0.1");
              });
      assertThat(step(report, Stage.HEALTH))
          .isInstanceOfSatisfying(
              ProofStep.Healthy.class, healthy -> assertThat(healthy.status()).isEqualTo(200));
      assertThat(asked.told).isEqualTo(report.steps());
      assertThat(report.at()).isEqualTo(Asked.AT);
      assertThat(server.heads.getLast())
          .contains("Host: demo-1.us-west-2.elb.localhost:" + server.address().getPort());
    }
  }

  @Test
  void an_unknown_name_ends_it_and_nothing_is_proven() {
    Asked asked = new Asked(new InetSocketAddress(InetAddress.getLoopbackAddress(), 1));
    asked.direct = true;
    asked.dnsName = "gone.example.invalid";
    asked.stream = Streaming.CHAT;
    asked.silence = Optional.of(Duration.ofSeconds(1));
    ProofReport report = asked.prove();

    assertThat(problem(report, Stage.NAME, ProofProblem.UnknownName.class).name())
        .isEqualTo("gone.example.invalid");
    assertThat(report.steps().stream().skip(1))
        .allSatisfy(
            each ->
                assertThat(each)
                    .isInstanceOfSatisfying(
                        ProofStep.Skipped.class,
                        skipped ->
                            assertThat(skipped.why()).isEqualTo(ProofStep.Why.BEFORE_FAILED)));
    assertThat(report.verdict())
        .isEqualTo(
            new ProofVerdict(
                ProofVerdict.Grade.NOT,
                List.of(new ProofVerdict.Reason("web", Stage.NAME, ProofVerdict.Kind.FAILED))));
  }

  @Test
  void a_closed_port_refuses() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    ProofReport report =
        new Asked(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)).prove();

    assertThat(problem(report, Stage.CONNECT, ProofProblem.ConnectionRefused.class).address())
        .isEqualTo("127.0.0.1:" + port);
  }

  @Test
  void the_load_balancers_own_503_means_no_targets() {
    try (RawServer server = answering(503, "awselb/2.0")) {
      ProofReport report = new Asked(server.address()).prove();

      problem(report, Stage.HEALTH, ProofProblem.NoTargets.class);
      assertThat(report.verdict().grade()).isEqualTo(ProofVerdict.Grade.NOT);
    }
  }

  @Test
  void a_status_that_the_matcher_does_not_have_is_wrong() {
    try (RawServer server = answering(503, "uvicorn")) {
      assertThat(
              problem(
                  new Asked(server.address()).prove(),
                  Stage.HEALTH,
                  ProofProblem.WrongStatus.class))
          .isEqualTo(new ProofProblem.WrongStatus("/health", 503, "uvicorn"));
    }
  }

  @Test
  void what_is_not_http_is_said_to_be_so() {
    try (RawServer server =
        new RawServer(
            (request, out) -> {
              out.write("SSH-2.0-OpenSSH_9.6\r\n\r\n");
              return false;
            })) {
      problem(new Asked(server.address()).prove(), Stage.HEALTH, ProofProblem.NotHttp.class);
    }
  }

  @Test
  void a_gate_that_lets_everyone_through_is_found() {
    try (RawServer server = answering(200, "uvicorn")) {
      Asked asked = new Asked(server.address());
      asked.key = Optional.of(new ProofEndpoint.Key("X-Api-Key", "", Optional.of("k"), true, "/x"));

      assertThat(problem(asked.prove(), Stage.GATE, ProofProblem.GateOpen.class))
          .isEqualTo(new ProofProblem.GateOpen("/x", 200));
    }
  }

  @Test
  void a_key_that_portico_does_not_have_is_named() {
    try (RawServer server = answering(200, "uvicorn")) {
      Asked asked = new Asked(server.address());
      asked.key = Optional.of(new ProofEndpoint.Key("X-Api-Key", "", Optional.empty(), true, "/x"));

      problem(asked.prove(), Stage.GATE, ProofProblem.NoKey.class);
    }
  }

  @Test
  void cancelling_ends_the_step_in_work_and_leaves_the_rest_out() {
    Asked[] holder = new Asked[1];
    try (RawServer server =
        new RawServer(
            (request, out) -> {
              holder[0].control.cancel();
              RawServer.pause(50);
              return out.send(200, "text/plain", "");
            })) {
      holder[0] = new Asked(server.address());
      holder[0].stream = Streaming.CHAT;
      holder[0].silence = Optional.of(Duration.ofSeconds(1));
      ProofReport report = holder[0].prove();

      problem(report, Stage.HEALTH, ProofProblem.Cancelled.class);
      assertThat(report.verdict().reasons())
          .extracting(ProofVerdict.Reason::kind)
          .containsOnly(ProofVerdict.Kind.CANCELLED);
    }
  }

  @Test
  void matchers_are_read_as_aws_reads_them() {
    var health = new ProofEndpoint.Health("/", "200,202, 300-302", Duration.ofSeconds(1));

    assertThat(List.of(200, 202, 300, 302)).allMatch(health::accepts);
    assertThat(List.of(199, 201, 299, 303)).noneMatch(health::accepts);
  }
}
