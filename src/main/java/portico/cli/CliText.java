package portico.cli;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import portico.catalog.CatalogFailure;
import portico.catalog.CloudAccount;
import portico.catalog.SignInFailure;
import portico.operation.OperationFailure;
import portico.spec.SpecProblem;
import portico.spec.SpecText;
import portico.text.CertificateText;
import portico.text.CostText;
import portico.text.DeadlineText;
import portico.text.FailureText;
import portico.text.InstallText;
import portico.text.Message;
import portico.text.PreflightText;
import portico.text.ProbeText;
import portico.text.ProofText;
import portico.text.StatusText;
import portico.text.TakeoverText;
import portico.text.WarningText;
import portico.text.Words;

/** The command line's words, with those it shares with the wizard. */
final class CliText {
  private final Words core = Words.core();
  private final Words words = Words.of("portico.cli.cli");
  final FailureText failures = new FailureText(core);
  final StatusText status = new StatusText(core);
  final ProofText proof = new ProofText(core);
  final ProbeText probe = new ProbeText(core);
  final InstallText install = new InstallText(core);
  final PreflightText checks = new PreflightText(core);
  final WarningText warnings = new WarningText(core);
  final CertificateText certificates = new CertificateText(core);
  final TakeoverText takeover = new TakeoverText(core);
  final CostText cost = new CostText(core);
  final DeadlineText deadlines = new DeadlineText(core, ZoneId.systemDefault());
  final SpecText spec = new SpecText(failures);

  String get(String key, Object... facts) {
    return words.get(key, facts);
  }

  /** What an exit by refusal says. */
  Message of(Refusal refusal) {
    return switch (refusal) {
      case Refusal.Usage(String key, List<Object> facts) ->
          new Message(words.get(key, facts.toArray()), untouched(), words.get("usage.next"));
      case Refusal.WrongSpec(List<SpecProblem> problems) ->
          new Message(
              problems.stream().map(spec::inOneLine).collect(Collectors.joining("\n")),
              untouched(),
              words.get("wrong-spec.next"));
      case Refusal.NoSpecFile(String file, String detail) ->
          untouched("no-spec-file", file, detail);
      case Refusal.AccountUnreadable(CatalogFailure failure) -> {
        Message message = failures.of(failure);
        yield new Message(message.what(), untouched(), message.next());
      }
      case Refusal.NotSignedIn(SignInFailure failure) -> failures.of(failure);
      case Refusal.CodeNeeded(String device) ->
          new Message(
              words.get("code-needed.what", device), "", words.get("code-needed.next", device));
      case Refusal.NotStarted(OperationFailure failure) -> failures.of(failure, -1);
      case Refusal.ConfirmationNeeded() -> untouched("confirmation-needed");
      case Refusal.Declined() -> untouched("declined");
      case Refusal.ChecksFailed(int count) -> untouched("checks-failed", count);
      case Refusal.BalancerProtected(String name) -> untouched("balancer-protected", name);
      case Refusal.HomeUnusable(String folder, String detail) ->
          untouched("home-unusable", folder, detail);
      case Refusal.StandsElsewhere(String name, String there, String wanted) ->
          untouched("stands-elsewhere", name, there, wanted);
      case Refusal.NotPorticos(String name) -> untouched("not-porticos", name);
      case Refusal.NothingRunning(String name) -> untouched("nothing-running", name);
    };
  }

  private Message untouched(String key, Object... facts) {
    return new Message(
        words.get(key + ".what", facts), untouched(), words.get(key + ".next", facts));
  }

  /** That nothing was changed. */
  String untouched() {
    return core.get("resources.untouched");
  }

  String of(CloudAccount account) {
    return switch (account) {
      case CloudAccount.Practice() -> words.get("account.practice");
      case CloudAccount.Profile(var name) ->
          name.map(each -> words.get("account.profile", each))
              .orElseGet(() -> words.get("account.default"));
      case CloudAccount.Endpoint(var uri, var profile) ->
          profile
              .map(name -> words.get("account.endpoint-profile", uri, name))
              .orElseGet(() -> words.get("account.endpoint", uri));
    };
  }

  /** The account in a word or two, for tables. */
  String nameOf(CloudAccount account) {
    return switch (account) {
      case CloudAccount.Practice() -> words.get("account-name.practice");
      case CloudAccount.Profile(var name) ->
          name.map(each -> words.get("account-name.profile", each))
              .orElseGet(() -> words.get("account-name.default"));
      case CloudAccount.Endpoint(var uri, var profile) -> uri.toString();
    };
  }

  /** Such as 0.4 s, 12 s or 2 min 5 s. */
  String of(Duration duration) {
    if (duration.compareTo(Duration.ofSeconds(10)) < 0) {
      long tenths = duration.toMillis() / 100;
      return words.get("duration.seconds", tenths / 10 + "." + tenths % 10);
    }
    if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
      return words.get("duration.seconds", duration.toSeconds());
    }
    return words.get("duration.minutes", duration.toMinutes(), duration.toSecondsPart());
  }
}
