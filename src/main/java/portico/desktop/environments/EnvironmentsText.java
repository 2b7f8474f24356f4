package portico.desktop.environments;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.stream.Stream;
import portico.desktop.text.AccountText;
import portico.desktop.text.DesktopText;
import portico.desktop.text.OutcomeText;
import portico.desktop.text.TimeText;
import portico.environment.Environment;
import portico.environment.EnvironmentState;
import portico.model.EnvironmentName;
import portico.operation.OperationKind;
import portico.operation.OperationRecord;
import portico.operation.OperationStatus;
import portico.operation.ResourceRef;
import portico.text.DeadlineText;
import portico.text.Message;
import portico.text.StatusText;
import portico.text.Words;

/** The words of the environments screen. */
public final class EnvironmentsText {
  private final Words words = DesktopText.words();
  private final StatusText status = new StatusText(Words.core());
  private final AccountText accounts = new AccountText(words);
  private final OutcomeText outcomes = new OutcomeText(words);
  private final DeadlineText deadlines;
  private final TimeText times;
  private final InstantSource clock;

  public EnvironmentsText(TimeText times, InstantSource clock) {
    this.times = times;
    this.deadlines = times.deadlines();
    this.clock = clock;
  }

  String get(String key, Object... facts) {
    return words.get(key, facts);
  }

  /** Account and region in one line. */
  String place(Environment environment) {
    return Stream.concat(
            environment.account().map(accounts::of).stream(), environment.region().stream())
        .reduce((account, region) -> account + " · " + region)
        .orElseGet(() -> words.get("environments.foreign"));
  }

  String account(Environment environment) {
    return environment
        .account()
        .map(accounts::of)
        .orElseGet(() -> words.get("environments.foreign"));
  }

  String state(EnvironmentState state) {
    return status.of(state);
  }

  /** A state in a word or two, for the narrow list. */
  String shortState(EnvironmentState state) {
    return state instanceof EnvironmentState.Incomplete
        ? words.get("environments.incomplete")
        : status.of(state);
  }

  String ago(Instant then) {
    return times.ago(then, clock.instant());
  }

  String exact(Instant then) {
    return times.exact(then);
  }

  Instant now() {
    return clock.instant();
  }

  /** When it ends, in a few words; an empty text when it stays. */
  String endsBriefly(Environment environment) {
    Instant now = clock.instant();
    String brief = deadlines.brief(environment.ending(), now);
    boolean due = environment.ending().deadline().filter(each -> each.isDue(now)).isPresent();
    return brief.isEmpty() || due ? brief : words.get("environments.ends.brief", brief);
  }

  /** Exact, with the time left, and what to do when it is past due. */
  String ends(Environment environment) {
    return deadlines.whole(environment.ending(), clock.instant());
  }

  String length(Duration length) {
    return deadlines.length(length);
  }

  String promise() {
    return deadlines.promise();
  }

  String kind(OperationKind kind) {
    return words.get("kind." + kind.name());
  }

  String outcome(OperationRecord operation) {
    return outcomes.of(operation.status());
  }

  /** How long an operation took; an empty text while it runs or when nobody knows. */
  String duration(OperationRecord operation) {
    return operation.status() instanceof OperationStatus.Finished(var result)
        ? times.length(Duration.between(result.startedAt(), result.finishedAt()))
        : "";
  }

  String type(ResourceRef resource) {
    return status.typeOf(resource);
  }

  Message notForgotten(EnvironmentName name) {
    return new Message(
        words.get("environments.not-forgotten.what", name),
        "",
        words.get("environments.not-forgotten.next"));
  }

  /** Whether name, region, account, state or DNS name contain the text, which is lower-case. */
  boolean matches(Environment environment, String part) {
    return Stream.of(
            environment.name().value(),
            place(environment),
            state(environment.state()),
            environment.domainName().orElse(""),
            environment.dnsName().orElse(""))
        .anyMatch(each -> each.toLowerCase(Locale.ROOT).contains(part));
  }
}
