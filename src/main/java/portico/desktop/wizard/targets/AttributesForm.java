package portico.desktop.wizard.targets;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.Filling;
import portico.desktop.wizard.form.Pick;
import portico.desktop.wizard.form.Texts;
import portico.model.Algorithm;
import portico.model.Stickiness;
import portico.model.TargetGroupAttributes;
import portico.model.TargetType;

/** How a target group spreads requests over its targets. */
public final class AttributesForm {
  /** AWS's own duration of a stickiness that is switched on. */
  private static final int DAY_SECONDS = 86_400;

  private final Texts texts;
  private final GroupChecks checks;
  private final Pick<Algorithm> algorithm = new Pick<>(Algorithm.ROUND_ROBIN);
  private final Pick<Boolean> anomalyMitigation = new Pick<>(false);
  private final Pick<StickinessKind> stickiness = new Pick<>(StickinessKind.OFF);
  private final Field cookie;
  private final Field duration;
  private final Field slowStart;
  private final Field deregistrationDelay;
  private final StringBinding summary;

  AttributesForm(Texts texts, GroupChecks checks) {
    this.texts = texts;
    this.checks = checks;
    cookie = field("wizard-stickiness-cookie", "targets.cookie", "attributes.stickiness.name");
    duration =
        number(
            "wizard-stickiness-duration",
            "targets.duration",
            "attributes.stickiness.durationSeconds");
    slowStart = number("wizard-slow-start", "targets.slow-start", "attributes.slowStartSeconds");
    deregistrationDelay =
        number(
            "wizard-deregistration-delay",
            "targets.drain",
            "attributes.deregistrationDelaySeconds");
    fill(TargetGroupAttributes.AWS, Filling.WHOLE);
    summary =
        Bindings.createStringBinding(this::currentSummary, inputs().toArray(Observable[]::new));
  }

  public Pick<Algorithm> algorithm() {
    return algorithm;
  }

  /** Whether targets with unusual errors get fewer requests; only weighted random can. */
  public Pick<Boolean> anomalyMitigation() {
    return anomalyMitigation;
  }

  public Pick<StickinessKind> stickiness() {
    return stickiness;
  }

  /** The name of the service's cookie. */
  public Field cookie() {
    return cookie;
  }

  /** How long a client keeps its target, in seconds. */
  public Field duration() {
    return duration;
  }

  /** Seconds in which a new target's share grows, 0 for none; only round robin has it. */
  public Field slowStart() {
    return slowStart;
  }

  public Field deregistrationDelay() {
    return deregistrationDelay;
  }

  /** All of it in a few words. */
  public ObservableValue<String> summary() {
    return summary;
  }

  /** The fields that count with what is chosen. */
  Stream<Field> fields() {
    return Stream.of(
            Stream.of(slowStart).filter(each -> hasSlowStart()),
            Stream.of(deregistrationDelay),
            Stream.of(duration).filter(each -> stickiness.get() != StickinessKind.OFF),
            Stream.of(cookie).filter(each -> stickiness.get() == StickinessKind.APPLICATION_COOKIE))
        .flatMap(each -> each);
  }

  /** Everything that the attributes depend on. */
  List<Observable> inputs() {
    return List.of(
        algorithm.property(),
        anomalyMitigation.property(),
        stickiness.property(),
        cookie.textProperty(),
        duration.textProperty(),
        slowStart.textProperty(),
        deregistrationDelay.textProperty());
  }

  void fill(TargetGroupAttributes spec, Filling how) {
    how.fill(algorithm, spec.algorithm());
    how.fill(anomalyMitigation, spec.anomalyMitigation());
    how.fill(stickiness, StickinessKind.of(spec.stickiness()));
    how.fill(cookie, cookieOf(spec.stickiness()));
    how.fill(duration, durationOf(spec.stickiness()));
    how.fill(slowStart, spec.slowStartSeconds());
    how.fill(deregistrationDelay, spec.deregistrationDelaySeconds());
  }

  /**
   * The attributes; AWS's own value stands for what is no number yet, and for what a Lambda group
   * does not have.
   */
  TargetGroupAttributes attempt(TargetType type) {
    int delay =
        deregistrationDelay.number().orElse(TargetGroupAttributes.AWS.deregistrationDelaySeconds());
    if (type == TargetType.LAMBDA) {
      return new TargetGroupAttributes(
          delay, 0, Algorithm.ROUND_ROBIN, false, new Stickiness.Off());
    }
    return new TargetGroupAttributes(
        delay,
        hasSlowStart() ? slowStart.number().orElse(0) : 0,
        algorithm.get(),
        algorithm.get() == Algorithm.WEIGHTED_RANDOM && anomalyMitigation.get(),
        attemptStickiness());
  }

  private Stickiness attemptStickiness() {
    int seconds = duration.number().orElse(DAY_SECONDS);
    return switch (stickiness.get()) {
      case OFF -> new Stickiness.Off();
      case LOAD_BALANCER_COOKIE -> new Stickiness.LoadBalancerCookie(seconds);
      case APPLICATION_COOKIE -> new Stickiness.ApplicationCookie(cookie.text(), seconds);
    };
  }

  private boolean hasSlowStart() {
    return algorithm.get() == Algorithm.ROUND_ROBIN;
  }

  private static String cookieOf(Stickiness stickiness) {
    return switch (stickiness) {
      case Stickiness.Off() -> "";
      case Stickiness.LoadBalancerCookie(var seconds) -> "";
      case Stickiness.ApplicationCookie(var name, var seconds) -> name;
    };
  }

  private static int durationOf(Stickiness stickiness) {
    return switch (stickiness) {
      case Stickiness.Off() -> DAY_SECONDS;
      case Stickiness.LoadBalancerCookie(var seconds) -> seconds;
      case Stickiness.ApplicationCookie(var name, var seconds) -> seconds;
    };
  }

  private Field field(String id, String label, String path) {
    return new Field(
        id,
        texts.get(label),
        text -> GroupChecks.requiredFault(texts, text).or(() -> checks.at(path)),
        checks.found());
  }

  private Field number(String id, String label, String path) {
    return new Field(
        id,
        texts.get(label),
        text -> GroupChecks.numberFault(texts, text).or(() -> checks.at(path)),
        checks.found());
  }

  private String currentSummary() {
    TargetGroupAttributes now = attempt(TargetType.INSTANCE);
    String text =
        texts.get(
            "targets.spread.summary",
            texts.get("targets.algorithm." + now.algorithm().name()),
            now.deregistrationDelaySeconds());
    return stickiness.get() == StickinessKind.OFF
        ? text
        : texts.get("targets.spread.summary.sticky", text);
  }
}
