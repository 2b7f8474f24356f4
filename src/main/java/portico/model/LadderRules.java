package portico.model;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import portico.model.TimeoutLadder.Finding;
import portico.model.TimeoutLadder.Kind;
import portico.model.TimeoutLadder.Rung;

/** How the rungs of a {@link TimeoutLadder} must stand to each other. */
final class LadderRules {
  private LadderRules() {}

  static TimeoutLadder ladder(
      ServiceSpec service,
      LoadBalancerAttributes attributes,
      HealthCheckSpec health,
      OptionalInt drain) {
    List<Finding> found = new ArrayList<>();
    int idle = attributes.idleTimeoutSeconds();
    keepAlive(service.keepAliveSeconds(), idle, found);
    silence(service.longestSilenceSeconds(), idle, found);
    limit(service, idle, found);
    client(service, idle, found);
    both(drain, service.longestSilenceSeconds(), found);
    if (health.enabled() && health.timeoutSeconds() < TimeoutLadder.HEALTH_TIMEOUT_MIN) {
      found.add(new Finding.HealthTimeoutShort(health.timeoutSeconds()));
    }
    return new TimeoutLadder(
        rungs(service, attributes, health, drain), TimeoutLadder.worstFirst(found));
  }

  private static void keepAlive(OptionalInt keepAlive, int idle, List<Finding> found) {
    if (keepAlive.isEmpty()) {
      found.add(new Finding.KeepAliveUnknown(idle));
    } else if (keepAlive.getAsInt() <= idle) {
      found.add(new Finding.KeepAliveTooShort(keepAlive.getAsInt(), idle));
    }
  }

  private static void silence(OptionalInt silence, int idle, List<Finding> found) {
    if (silence.isEmpty()) {
      found.add(new Finding.SilenceUnknown(idle));
    } else if (silence.getAsInt() >= TimeoutLadder.IDLE_MAX) {
      found.add(new Finding.SilenceBeyondAws(silence.getAsInt(), TimeoutLadder.IDLE_MAX));
    } else if (silence.getAsInt() >= idle) {
      found.add(new Finding.SilenceReachesIdle(silence.getAsInt(), idle));
    }
  }

  private static void limit(ServiceSpec service, int idle, List<Finding> found) {
    if (service.requestLimitSeconds().isEmpty()) {
      return;
    }
    int limit = service.requestLimitSeconds().getAsInt();
    OptionalInt silence = service.longestSilenceSeconds();
    if (silence.isPresent() && limit <= silence.getAsInt()) {
      found.add(new Finding.ServerGivesUp(limit, silence.getAsInt()));
    } else if (limit < idle) {
      found.add(new Finding.ServerLimitBelowIdle(limit, idle));
    }
  }

  private static void client(ServiceSpec service, int idle, List<Finding> found) {
    if (service.clientTimeoutSeconds().isEmpty()) {
      return;
    }
    int client = service.clientTimeoutSeconds().getAsInt();
    OptionalInt silence = service.longestSilenceSeconds();
    if (silence.isPresent() && client <= silence.getAsInt()) {
      found.add(new Finding.ClientGivesUp(client, silence.getAsInt()));
    } else if (client < idle) {
      found.add(new Finding.ClientBelowIdle(client, idle));
    }
  }

  private static void both(OptionalInt drain, OptionalInt silence, List<Finding> found) {
    if (drain.isPresent()
        && silence.isPresent()
        && drain.getAsInt() < Math.min(silence.getAsInt(), TimeoutLadder.DRAIN_MAX)) {
      found.add(new Finding.DrainCutsAnswers(drain.getAsInt(), silence.getAsInt()));
    }
  }

  private static List<Rung> rungs(
      ServiceSpec service,
      LoadBalancerAttributes attributes,
      HealthCheckSpec health,
      OptionalInt drain) {
    List<Rung> rungs = new ArrayList<>();
    rungs.add(new Rung(Kind.CLIENT_TIMEOUT, service.clientTimeoutSeconds()));
    rungs.add(rung(Kind.CLIENT_KEEP_ALIVE, attributes.clientKeepAliveSeconds()));
    rungs.add(rung(Kind.IDLE_TIMEOUT, attributes.idleTimeoutSeconds()));
    rungs.add(new Rung(Kind.SERVER_KEEP_ALIVE, service.keepAliveSeconds()));
    rungs.add(new Rung(Kind.REQUEST_LIMIT, service.requestLimitSeconds()));
    rungs.add(new Rung(Kind.LONGEST_SILENCE, service.longestSilenceSeconds()));
    if (drain.isPresent()) {
      rungs.add(new Rung(Kind.DEREGISTRATION_DELAY, drain));
    }
    if (health.enabled()) {
      rungs.add(rung(Kind.HEALTH_TIMEOUT, health.timeoutSeconds()));
      rungs.add(rung(Kind.HEALTH_INTERVAL, health.intervalSeconds()));
      rungs.add(rung(Kind.UNHEALTHY_AFTER, health.intervalSeconds() * health.unhealthyThreshold()));
    }
    return rungs;
  }

  private static Rung rung(Kind kind, int seconds) {
    return new Rung(kind, OptionalInt.of(seconds));
  }

  static TimeoutLadder.Fix fix(
      ServiceSpec service, LoadBalancerAttributes attributes, TargetGroupSpec group) {
    OptionalInt silence = service.longestSilenceSeconds();
    int idle = attributes.idleTimeoutSeconds();
    if (silence.isPresent() && silence.getAsInt() >= idle) {
      idle = TimeoutLadder.idleFor(silence.getAsInt());
    }
    return new TimeoutLadder.Fix(
        new ServiceSpec(
            service.server(),
            OptionalInt.of(
                above(service.keepAliveSeconds(), idle, TimeoutLadder.keepAliveFor(idle))),
            beyondSilence(service.requestLimitSeconds(), silence, idle),
            silence,
            beyondSilence(service.clientTimeoutSeconds(), silence, idle)),
        withIdle(attributes, idle),
        patient(group, silence));
  }

  private static int above(OptionalInt value, int limit, int otherwise) {
    return value.isPresent() && value.getAsInt() > limit ? value.getAsInt() : otherwise;
  }

  private static OptionalInt beyondSilence(OptionalInt value, OptionalInt silence, int idle) {
    if (value.isEmpty() || silence.isEmpty() || value.getAsInt() > silence.getAsInt()) {
      return value;
    }
    return OptionalInt.of(Math.max(idle, TimeoutLadder.beyond(silence.getAsInt())));
  }

  private static LoadBalancerAttributes withIdle(LoadBalancerAttributes attributes, int idle) {
    return new LoadBalancerAttributes(
        idle,
        attributes.clientKeepAliveSeconds(),
        attributes.http2(),
        attributes.deletionProtection(),
        attributes.dropInvalidHeaderFields(),
        attributes.accessLogs(),
        attributes.connectionLogs());
  }

  private static TargetGroupSpec patient(TargetGroupSpec group, OptionalInt silence) {
    TargetGroupAttributes before = group.attributes();
    int drain = before.deregistrationDelaySeconds();
    boolean drains = group.targetType() != TargetType.LAMBDA;
    if (drains && silence.isPresent() && drain < silence.getAsInt()) {
      drain =
          Math.min(
              TimeoutLadder.DRAIN_MAX,
              TimeoutLadder.beyond(Math.min(silence.getAsInt(), TimeoutLadder.DRAIN_MAX)));
    }
    return new TargetGroupSpec(
        group.name(),
        group.targetType(),
        group.protocol(),
        group.protocolVersion(),
        group.port(),
        TimeoutLadder.patient(group.healthCheck()),
        new TargetGroupAttributes(
            drain,
            before.slowStartSeconds(),
            before.algorithm(),
            before.anomalyMitigation(),
            before.stickiness()),
        group.targets(),
        group.tags());
  }
}
