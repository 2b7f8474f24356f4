package portico.probe;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What each step of a probe found, before it is told. */
record ProbeSteps(
    ProbeTarget target,
    StepResult<Resolved> dns,
    StepResult<Connected> tcp,
    StepResult<Answered> http) {

  /**
   * Addresses of the name, in the resolver's order; none when the target says where to connect.
   *
   * @param addresses as text
   */
  record Resolved(List<String> addresses) {
    public Resolved {
      addresses = List.copyOf(addresses);
    }
  }

  /** The address that accepted the connection. */
  record Connected(InetSocketAddress address) {}

  /**
   * The head of the answer.
   *
   * @param status 100 to 599
   * @param server the Server header: {@code awselb/2.0} for answers that the load balancer made
   *     itself
   */
  record Answered(int status, Optional<String> server) {}

  /** What the steps come to, as the port tells it. */
  ProbeResult result(Duration total) {
    List<ProbeResult.Step> steps = new ArrayList<>();
    switch (dns) {
      case StepResult.Ok<Resolved>(Resolved(var addresses), var took) -> {
        if (!addresses.isEmpty()) {
          steps.add(new ProbeResult.Step.Resolved(addresses, took));
        }
      }
      case StepResult.Failed<Resolved> failed -> steps.add(failed(ProbeResult.Stage.DNS, failed));
      case StepResult.Skipped<Resolved> skipped -> {}
    }
    switch (tcp) {
      case StepResult.Ok<Connected>(Connected(var address), var took) ->
          steps.add(
              new ProbeResult.Step.Connected(
                  address.getAddress().getHostAddress() + ":" + address.getPort(), took));
      case StepResult.Failed<Connected> failed ->
          steps.add(failed(ProbeResult.Stage.CONNECT, failed));
      case StepResult.Skipped<Connected> skipped -> {}
    }
    switch (http) {
      case StepResult.Ok<Answered>(Answered(int status, var server), var took) ->
          steps.add(new ProbeResult.Step.Answered(status, server.orElse(""), took));
      case StepResult.Failed<Answered> failed -> steps.add(failed(ProbeResult.Stage.HTTP, failed));
      case StepResult.Skipped<Answered> skipped -> {}
    }
    return new ProbeResult(target, verdict(), steps, total);
  }

  private static ProbeResult.Step failed(ProbeResult.Stage stage, StepResult.Failed<?> failed) {
    return new ProbeResult.Step.Failed(stage, failed.detail(), failed.took());
  }

  ProbeResult.Verdict verdict() {
    return switch (http) {
      case StepResult.Ok<Answered>(Answered answer, var took) -> verdict(answer);
      case StepResult.Failed<Answered> failed -> ProbeResult.Verdict.NO_ANSWER;
      case StepResult.Skipped<Answered> skipped ->
          dns instanceof StepResult.Failed<Resolved>
              ? ProbeResult.Verdict.NO_DNS
              : ProbeResult.Verdict.NO_ANSWER;
    };
  }

  private static ProbeResult.Verdict verdict(Answered answer) {
    if (answer.status() == 503 && answer.server().orElse("").startsWith("awselb")) {
      return ProbeResult.Verdict.NO_TARGETS;
    }
    return answer.status() >= 200 && answer.status() < 500
        ? ProbeResult.Verdict.SERVES
        : ProbeResult.Verdict.ERROR_STATUS;
  }
}
