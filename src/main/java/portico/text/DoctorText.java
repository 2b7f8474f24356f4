package portico.text;

import portico.doctor.Cause;
import portico.doctor.Finding;
import portico.doctor.Remedy;

/** What is said of unhealthy targets. */
public final class DoctorText {
  private final Words words;

  public DoctorText(Words words) {
    this.words = words;
  }

  /** Whether it is so. */
  public String of(Finding.Verdict verdict) {
    return words.get(
        switch (verdict) {
          case CONFIRMED -> "doctor.confirmed";
          case POSSIBLE -> "doctor.possible";
          case RULED_OUT -> "doctor.ruled-out";
        });
  }

  /** The cause as a sentence; of one that is ruled out, the sentence that is true instead. */
  public String of(Finding finding) {
    return finding.verdict() == Finding.Verdict.RULED_OUT
        ? ruledOut(finding.cause())
        : of(finding.cause());
  }

  private String of(Cause cause) {
    return switch (cause) {
      case Cause.TargetClosed(var groups, int port) ->
          words.get("doctor.target-closed", String.join(", ", groups), port);
      case Cause.BalancerClosed(var groups, int port) -> words.get("doctor.balancer-closed", port);
      case Cause.NetworkAcl(int port) -> words.get("doctor.acl", port);
      case Cause.ZoneNotEnabled(String zone) -> words.get("doctor.zone", zone);
      case Cause.NotForwarded(String group) -> words.get("doctor.not-forwarded", group);
      case Cause.NotRunning(String id, String state) -> words.get("doctor.not-running", id, state);
      case Cause.Gone(String id) -> words.get("doctor.gone", id);
      case Cause.UnusualPort(int port, String server, int usual) ->
          words.get("doctor.port", port, server, usual);
      case Cause.NothingListens(int port) -> words.get("doctor.nothing-listens", port);
      case Cause.LoopbackOnly(String server, boolean byItself, String line) ->
          loopback(server, byItself);
      case Cause.StillLoading(String server) ->
          server.isEmpty()
              ? words.get("doctor.loading")
              : words.get("doctor.loading.server", server);
      case Cause.Impatient(int timeout, int wanted) ->
          words.get("doctor.impatient", timeout, wanted);
      case Cause.OtherProtocol(var checked) -> words.get("doctor.protocol", checked);
      case Cause.WrongPath path -> of(path);
      case Cause.CodeNotAccepted(int code, String matcher) ->
          words.get("doctor.code", code, matcher);
      case Cause.NeedsKey(int code, String path) -> words.get("doctor.key", code, path);
      case Cause.ServerTrouble(int code) -> words.get("doctor.trouble", code);
      case Cause.UnusableAddress(String address) -> words.get("doctor.unusable", address);
      case Cause.Registering() -> words.get("doctor.registering");
      case Cause.FirstChecks(int interval) -> words.get("doctor.first-checks", interval);
      case Cause.Leaving(int seconds) -> words.get("doctor.leaving", seconds);
      case Cause.NotRegistered() -> words.get("doctor.not-registered");
      case Cause.ChecksOff() -> words.get("doctor.checks-off");
      case Cause.AwsTrouble() -> words.get("doctor.aws");
      case Cause.OtherReason(String reason, String description) ->
          words.get("doctor.other", (reason + " " + description).strip());
    };
  }

  private String loopback(String server, boolean byItself) {
    if (server.isEmpty()) {
      return words.get("doctor.loopback");
    }
    return words.get(byItself ? "doctor.loopback.itself" : "doctor.loopback.everywhere", server);
  }

  private String of(Cause.WrongPath path) {
    String answer =
        path.code()
            .map(code -> words.get("doctor.path.code", path.path(), code))
            .orElseGet(() -> words.get("doctor.path", path.path()));
    return path.usual()
        .filter(usual -> !usual.equals(path.path()))
        .map(usual -> answer + " " + words.get("doctor.path.usual", usual))
        .orElse(answer);
  }

  /** Only some causes can be ruled out by what AWS tells. */
  private String ruledOut(Cause cause) {
    return switch (cause) {
      case Cause.TargetClosed(var groups, int port) -> words.get("doctor.not.target-closed", port);
      case Cause.BalancerClosed(var groups, int port) ->
          words.get("doctor.not.balancer-closed", port);
      case Cause.ZoneNotEnabled(String zone) -> words.get("doctor.not.zone", zone);
      case Cause.NotForwarded(String group) -> words.get("doctor.not.not-forwarded", group);
      case Cause.NotRunning(String id, String state) -> words.get("doctor.not.not-running", id);
      case Cause.UnusualPort(int port, String server, int usual) ->
          words.get("doctor.not.port", port, server);
      case Cause.Impatient(int timeout, int wanted) -> words.get("doctor.not.impatient", timeout);
      case Cause.WrongPath path -> words.get("doctor.not.path", path.path());
      case Cause.NetworkAcl acl -> of(cause);
      case Cause.Gone gone -> of(cause);
      case Cause.NothingListens listens -> of(cause);
      case Cause.LoopbackOnly loopback -> of(cause);
      case Cause.StillLoading loading -> of(cause);
      case Cause.OtherProtocol protocol -> of(cause);
      case Cause.CodeNotAccepted code -> of(cause);
      case Cause.NeedsKey key -> of(cause);
      case Cause.ServerTrouble trouble -> of(cause);
      case Cause.UnusableAddress address -> of(cause);
      case Cause.Registering registering -> of(cause);
      case Cause.FirstChecks checks -> of(cause);
      case Cause.Leaving leaving -> of(cause);
      case Cause.NotRegistered registered -> of(cause);
      case Cause.ChecksOff off -> of(cause);
      case Cause.AwsTrouble aws -> of(cause);
      case Cause.OtherReason other -> of(cause);
    };
  }

  /** What to do. */
  public String of(Remedy remedy) {
    return switch (remedy) {
      case Remedy.Fix(var kind, var spec) -> of(kind);
      case Remedy.Instruction(var step, var command) -> of(step);
    };
  }

  private String of(Remedy.Kind kind) {
    return words.get(
        switch (kind) {
          case ADMIT_BALANCER -> "doctor.fix.admit";
          case ADD_SUBNET -> "doctor.fix.subnet";
          case REMOVE_TARGET -> "doctor.fix.remove";
          case CHANGE_PORT -> "doctor.fix.port";
          case CHECK_TRAFFIC_PORT -> "doctor.fix.traffic-port";
          case CHANGE_PATH -> "doctor.fix.path";
          case WAIT_LONGER -> "doctor.fix.timeout";
          case ACCEPT_CODE -> "doctor.fix.code";
          case TURN_CHECKS_ON -> "doctor.fix.checks";
        });
  }

  private String of(Remedy.Step step) {
    return words.get(
        switch (step) {
          case START_INSTANCE -> "doctor.do.start";
          case LISTEN_EVERYWHERE -> "doctor.do.listen";
          case OPEN_TARGET -> "doctor.do.open-target";
          case OPEN_BALANCER -> "doctor.do.open-balancer";
          case LOOK_AT_SERVER -> "doctor.do.look";
          case ASK_LOCALLY -> "doctor.do.ask";
          case FORWARD -> "doctor.do.forward";
          case WAIT -> "doctor.do.wait";
          case REGISTER -> "doctor.do.register";
        });
  }
}
