package portico.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import portico.model.HealthCheckSpec;

/** Causes on the machine: the server, its port, and what it answers. */
final class ServerChecks {
  /** AWS: {@code Health checks failed with these codes: [404]}. */
  private static final Pattern CODES = Pattern.compile("\\[(\\d{1,3})");

  /** A server that computes may answer late; AWS's own 5 s are too few for most. */
  private static final int PATIENT = 10;

  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;

  /** API_Matcher: an Application Load Balancer accepts 200 to 499. */
  private static final int SERVER_ERRORS = 500;

  private final Patient patient;
  private final Fixes fixes;
  private final HealthCheckSpec check;

  ServerChecks(Patient patient) {
    this.patient = patient;
    this.fixes = new Fixes(patient);
    this.check = patient.group().healthCheck();
  }

  private static Optional<String> text(String value) {
    return Optional.of(value).filter(each -> !each.isEmpty());
  }

  /** The code that AWS tells in its description. */
  Optional<Integer> code() {
    Matcher matcher = CODES.matcher(patient.health().description());
    return matcher.find() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
  }

  List<Finding> port() {
    int port = patient.checkedPort();
    if (patient.server().port().isEmpty()) {
      return List.of(
          Finding.possible(
              new Cause.NothingListens(port),
              new Remedy.Instruction(Remedy.Step.ASK_LOCALLY, Optional.of(curl()))));
    }
    int usual = patient.server().port().getAsInt();
    Cause cause = new Cause.UnusualPort(port, patient.server().name(), usual);
    if (port == usual) {
      return List.of(
          Finding.ruledOut(cause),
          Finding.possible(
              new Cause.NothingListens(port),
              new Remedy.Instruction(Remedy.Step.ASK_LOCALLY, Optional.of(curl()))));
    }
    Optional<Remedy> fix =
        patient.trafficPort() == usual
            ? Optional.of(fixes.checkTrafficPort())
            : fixes.changePort(usual);
    return List.of(
        fix.map(each -> Finding.possible(cause, each)).orElseGet(() -> Finding.possible(cause)));
  }

  private String curl() {
    return "curl -i http://127.0.0.1:%d%s".formatted(patient.checkedPort(), check.path());
  }

  List<Finding> loopback() {
    ServerFacts server = patient.server();
    Cause cause =
        new Cause.LoopbackOnly(server.name(), server.loopback().orElse(false), server.bindLine());
    Optional<String> line =
        text(server.bindLine()).or(() -> Optional.of("ss -ltn sport = :" + patient.checkedPort()));
    return List.of(
        Finding.possible(cause, new Remedy.Instruction(Remedy.Step.LISTEN_EVERYWHERE, line)));
  }

  List<Finding> loading() {
    return List.of(
        Finding.possible(
            new Cause.StillLoading(patient.server().name()),
            new Remedy.Instruction(Remedy.Step.WAIT, Optional.empty())));
  }

  List<Finding> patience() {
    int wanted = patient.server().healthTimeoutSeconds().orElse(PATIENT);
    Cause cause = new Cause.Impatient(check.timeoutSeconds(), wanted);
    return List.of(
        check.timeoutSeconds() >= wanted
            ? Finding.ruledOut(cause)
            : Finding.possible(cause, fixes.waitLonger(wanted)));
  }

  List<Finding> protocol() {
    return List.of(Finding.possible(new Cause.OtherProtocol(check.protocol())));
  }

  /** What the code that came back says. */
  List<Finding> answer() {
    if (code().isEmpty()) {
      return path(Optional.empty());
    }
    int code = code().get();
    if (code >= SERVER_ERRORS) {
      List<Finding> findings = new ArrayList<>();
      findings.add(
          Finding.confirmed(
              new Cause.ServerTrouble(code),
              new Remedy.Instruction(Remedy.Step.LOOK_AT_SERVER, Optional.of(curl()))));
      findings.addAll(loading());
      return findings;
    }
    return switch (code) {
      case UNAUTHORIZED, FORBIDDEN -> key(code);
      case NOT_FOUND, NOT_ALLOWED -> path(Optional.of(code));
      default -> {
        List<Finding> findings = new ArrayList<>();
        findings.add(
            Finding.confirmed(
                new Cause.CodeNotAccepted(code, check.matcher()), fixes.acceptCode(code)));
        findings.addAll(path(Optional.of(code)));
        yield findings;
      }
    };
  }

  /** An answer without a key proves that the server lives, so it may count as well. */
  private List<Finding> key(int code) {
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.confirmed(new Cause.NeedsKey(code, check.path()), fixes.acceptCode(code)));
    findings.addAll(path(Optional.of(code)));
    return findings;
  }

  private List<Finding> path(Optional<Integer> code) {
    Optional<String> usual = patient.server().healthPath();
    Cause cause = new Cause.WrongPath(check.path(), code, usual);
    boolean missing = code.filter(each -> each == NOT_FOUND || each == NOT_ALLOWED).isPresent();
    if (usual.filter(check.path()::equals).isPresent()) {
      return List.of(missing ? Finding.possible(cause) : Finding.ruledOut(cause));
    }
    if (usual.isEmpty()) {
      Remedy look = new Remedy.Instruction(Remedy.Step.ASK_LOCALLY, Optional.of(curl()));
      return List.of(missing ? Finding.confirmed(cause, look) : Finding.possible(cause, look));
    }
    Remedy fix = fixes.changePath(usual.get());
    return List.of(missing ? Finding.confirmed(cause, fix) : Finding.possible(cause, fix));
  }
}
