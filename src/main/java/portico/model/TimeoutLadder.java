package portico.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The timeouts that a request meets between client and server, and where they do not fit together.
 * The commonest faults of a load balancer in front of a model are a pair of these numbers.
 *
 * @param rungs in the order of the way from client to server, then those of the health check
 * @param findings the worst first
 */
public record TimeoutLadder(List<Rung> rungs, List<Finding> findings) {
  /** Stands for a timeout that never ends anything by itself: a day, in seconds. */
  public static final int NEVER = 86_400;

  /** AWS's longest idle timeout in seconds (API_LoadBalancerAttribute, idle_timeout). */
  public static final int IDLE_MAX = 4000;

  /** AWS's longest deregistration delay in seconds (API_TargetGroupAttribute). */
  public static final int DRAIN_MAX = 3600;

  /** Below this, busy servers miss health checks (ray#54070, AWS's own default is 5 or 6). */
  public static final int HEALTH_TIMEOUT_MIN = 5;

  /** By how much the server's keep-alive should outlast the idle timeout, in seconds. */
  private static final int KEEP_ALIVE_MARGIN = 10;

  private static final int HEALTH_TIMEOUT_GOOD = 10;
  private static final int HEALTH_INTERVAL_GOOD = 15;

  public TimeoutLadder {
    rungs = List.copyOf(rungs);
    findings = List.copyOf(findings);
  }

  /** What a rung is. */
  public enum Kind {
    CLIENT_TIMEOUT,
    CLIENT_KEEP_ALIVE,
    IDLE_TIMEOUT,
    SERVER_KEEP_ALIVE,
    REQUEST_LIMIT,
    LONGEST_SILENCE,
    DEREGISTRATION_DELAY,
    HEALTH_TIMEOUT,
    HEALTH_INTERVAL,
    UNHEALTHY_AFTER
  }

  /** One timeout; empty seconds are not known. */
  public record Rung(Kind kind, OptionalInt seconds) {}

  /** How bad a finding is, the worst first. */
  public enum Severity {
    /** Requests fail. */
    WEAK,
    /** Nobody can say, because a number is missing. */
    UNKNOWN,
    /** Worth knowing. */
    NOTE
  }

  /** One place where two rungs do not fit, or one is out of bounds. All numbers are seconds. */
  public sealed interface Finding {
    default Severity severity() {
      return switch (this) {
        case KeepAliveTooShort _,
            SilenceReachesIdle _,
            SilenceBeyondAws _,
            ServerGivesUp _,
            ClientGivesUp _,
            DrainCutsAnswers _,
            HealthTimeoutShort _ ->
            Severity.WEAK;
        case KeepAliveUnknown _, SilenceUnknown _ -> Severity.UNKNOWN;
        case ServerLimitBelowIdle _, ClientBelowIdle _ -> Severity.NOTE;
      };
    }

    /** The rungs that it is about. */
    default Set<Kind> rungs() {
      return switch (this) {
        case KeepAliveTooShort _ -> Set.of(Kind.SERVER_KEEP_ALIVE, Kind.IDLE_TIMEOUT);
        case KeepAliveUnknown _ -> Set.of(Kind.SERVER_KEEP_ALIVE);
        case SilenceReachesIdle _ -> Set.of(Kind.LONGEST_SILENCE, Kind.IDLE_TIMEOUT);
        case SilenceBeyondAws _, SilenceUnknown _ -> Set.of(Kind.LONGEST_SILENCE);
        case ServerGivesUp _ -> Set.of(Kind.REQUEST_LIMIT, Kind.LONGEST_SILENCE);
        case ServerLimitBelowIdle _ -> Set.of(Kind.REQUEST_LIMIT, Kind.IDLE_TIMEOUT);
        case ClientGivesUp _ -> Set.of(Kind.CLIENT_TIMEOUT, Kind.LONGEST_SILENCE);
        case ClientBelowIdle _ -> Set.of(Kind.CLIENT_TIMEOUT, Kind.IDLE_TIMEOUT);
        case DrainCutsAnswers _ -> Set.of(Kind.DEREGISTRATION_DELAY, Kind.LONGEST_SILENCE);
        case HealthTimeoutShort _ -> Set.of(Kind.HEALTH_TIMEOUT);
      };
    }

    /**
     * The server closes idle connections no later than the load balancer: a request that meets the
     * closing gets 502.
     */
    record KeepAliveTooShort(int keepAlive, int idle) implements Finding {}

    /** Nobody knows when the server closes idle connections. */
    record KeepAliveUnknown(int idle) implements Finding {}

    /** The load balancer ends a silent answer with 504. */
    record SilenceReachesIdle(int silence, int idle) implements Finding {}

    /**
     * No idle timeout that AWS allows is long enough: the server must send something in between.
     */
    record SilenceBeyondAws(int silence, int max) implements Finding {}

    /** Nobody knows how long an answer can be silent. */
    record SilenceUnknown(int idle) implements Finding {}

    /** The server gives a request up before its longest silence is over. */
    record ServerGivesUp(int limit, int silence) implements Finding {}

    /** The server gives requests up before the load balancer would, so idle is not the limit. */
    record ServerLimitBelowIdle(int limit, int idle) implements Finding {}

    /** Clients give up before the longest silence is over. */
    record ClientGivesUp(int client, int silence) implements Finding {}

    /** Clients give up before the load balancer: they never see its 504. */
    record ClientBelowIdle(int client, int idle) implements Finding {}

    /** A target that leaves is cut off in the middle of its longest answer. */
    record DrainCutsAnswers(int drain, int silence) implements Finding {}

    /** A busy server does not answer a health check in so short a time. */
    record HealthTimeoutShort(int timeout) implements Finding {}
  }

  /** The ladder to one target group. */
  public static TimeoutLadder of(
      ServiceSpec service, LoadBalancerAttributes attributes, TargetGroupSpec group) {
    return LadderRules.ladder(
        service,
        attributes,
        group.healthCheck(),
        group.targetType() == TargetType.LAMBDA
            ? OptionalInt.empty()
            : OptionalInt.of(group.attributes().deregistrationDelaySeconds()));
  }

  /** The rung of that kind; empty seconds when the ladder has none. */
  public OptionalInt seconds(Kind kind) {
    return rungs.stream()
        .filter(each -> each.kind() == kind)
        .map(Rung::seconds)
        .findFirst()
        .orElseGet(OptionalInt::empty);
  }

  /** The worst thing that is said about a rung. */
  public Optional<Severity> severityOf(Kind kind) {
    return findings.stream()
        .filter(each -> each.rungs().contains(kind))
        .map(Finding::severity)
        .findFirst();
  }

  /** Whether no pair of numbers lets requests fail, as far as they are known. */
  public boolean holds() {
    return findings.stream().noneMatch(each -> each.severity() == Severity.WEAK);
  }

  /** Whether setting both ends would help: see {@link #fix}. */
  public boolean canBeMended() {
    return findings.stream()
        .anyMatch(
            each ->
                switch (each) {
                  case Finding.SilenceBeyondAws _, Finding.SilenceUnknown _ -> false;
                  case Finding other -> other.severity() != Severity.NOTE;
                });
  }

  /** The shortest good keep-alive of a server behind that idle timeout, in seconds. */
  public static int keepAliveFor(int idle) {
    return idle + KEEP_ALIVE_MARGIN;
  }

  /** What is safely longer than {@code seconds}: a fifth, at least 10 s, in whole tens. */
  public static int beyond(int seconds) {
    int more = seconds + Math.max(KEEP_ALIVE_MARGIN, seconds / 5);
    return Math.ceilDiv(more, 10) * 10;
  }

  /** The idle timeout that lets through a silence of that length, as far as AWS allows it. */
  public static int idleFor(int silence) {
    return Math.min(IDLE_MAX, beyond(Math.min(silence, IDLE_MAX)));
  }

  /**
   * Both ends set so that they fit.
   *
   * @param service what the server and its clients must be set to
   */
  public record Fix(
      ServiceSpec service, LoadBalancerAttributes attributes, TargetGroupSpec targetGroup) {
    /** Whether that changes anything. */
    public boolean changes(
        ServiceSpec before, LoadBalancerAttributes attributesBefore, TargetGroupSpec groupBefore) {
      return !before.equals(service)
          || !attributesBefore.equals(attributes)
          || !groupBefore.equals(targetGroup);
    }
  }

  /**
   * Sets both ends: the smallest changes after which {@link #of(ServiceSpec,
   * LoadBalancerAttributes, TargetGroupSpec)} finds nothing weak, but for a silence that is longer
   * than AWS allows. Numbers that nobody knows stay unknown, except the server's keep-alive, which
   * the user is told to set.
   */
  public static Fix fix(
      ServiceSpec service, LoadBalancerAttributes attributes, TargetGroupSpec group) {
    return LadderRules.fix(service, attributes, group);
  }

  static HealthCheckSpec patient(HealthCheckSpec check) {
    if (!check.enabled() || check.timeoutSeconds() >= HEALTH_TIMEOUT_MIN) {
      return check;
    }
    return new HealthCheckSpec(
        true,
        check.protocol(),
        check.port(),
        check.path(),
        Math.max(check.intervalSeconds(), HEALTH_INTERVAL_GOOD),
        HEALTH_TIMEOUT_GOOD,
        check.healthyThreshold(),
        check.unhealthyThreshold(),
        check.matcher());
  }

  static List<Finding> worstFirst(List<Finding> findings) {
    List<Finding> sorted = new ArrayList<>();
    Arrays.stream(Severity.values())
        .forEach(
            severity ->
                findings.stream().filter(each -> each.severity() == severity).forEach(sorted::add));
    return sorted;
  }
}
