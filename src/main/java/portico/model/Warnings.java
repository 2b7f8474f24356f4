package portico.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What a spec deserves to be warned of, though AWS takes it. */
public final class Warnings {
  /** An inference server under load may need as long for a health check, in seconds. */
  public static final int HEALTH_TIMEOUT_ENOUGH = 5;

  /**
   * AWS's default idle timeout, in seconds: longer ones are chosen, and need a longer keep-alive.
   */
  private static final int IDLE_TIMEOUT_USUAL = LoadBalancerAttributes.AWS.idleTimeoutSeconds();

  private Warnings() {}

  /** The most dangerous first; empty when there are none. */
  public static List<Warning> of(EnvironmentSpec spec) {
    List<Warning> found = new ArrayList<>();
    if (spec.loadBalancer().scheme() == Scheme.INTERNET_FACING) {
      found.addAll(publicListeners(spec));
    }
    found.addAll(timeouts(spec));
    found.addAll(targetGroups(spec));
    for (ListenerSpec listener : spec.listeners()) {
      Shadowing.of(listener)
          .forEach(
              hidden ->
                  found.add(
                      new Warning.HiddenRule(
                          listener.name(), hidden.priority(), hidden.hiddenBy())));
    }
    return List.copyOf(found);
  }

  private static List<Warning> publicListeners(EnvironmentSpec spec) {
    List<Warning> found = new ArrayList<>();
    List<String> open =
        spec.listeners().stream().filter(ApiKeyGate::needsNoKey).map(ListenerSpec::name).toList();
    if (!open.isEmpty() && spec.access().ingressCidrs().stream().anyMatch(Warnings::isEverybody)) {
      found.add(new Warning.OpenToTheWorld(open));
    }
    for (ListenerSpec listener : spec.listeners()) {
      if (listener.protocol() == Protocol.HTTP && !listener.targetGroups().isEmpty()) {
        found.add(
            listener.apiKeys().isEmpty()
                ? new Warning.PlainHttp(listener.name(), listener.port())
                : new Warning.KeyOverPlainHttp(listener.name(), listener.port()));
      }
    }
    return found;
  }

  private static boolean isEverybody(String cidr) {
    Optional<Integer> prefix =
        Ipv4Network.parse(cidr)
            .map(Ipv4Network::prefixLength)
            .or(() -> Ipv6Network.parse(cidr).map(Ipv6Network::prefixLength));
    return prefix.filter(length -> length == 0).isPresent();
  }

  /** What the service says of itself against the load balancer's idle timeout. */
  private static List<Warning> timeouts(EnvironmentSpec spec) {
    List<Warning> found = new ArrayList<>();
    int idle = spec.loadBalancer().attributes().idleTimeoutSeconds();
    OptionalInt silence = spec.service().longestSilenceSeconds();
    if (silence.isPresent() && silence.getAsInt() >= idle) {
      found.add(new Warning.SilenceTooLong(silence.getAsInt(), idle));
    }
    boolean connects =
        spec.targetGroups().stream().anyMatch(group -> group.targetType() != TargetType.LAMBDA);
    OptionalInt keepAlive = spec.service().keepAliveSeconds();
    if (connects && keepAlive.isPresent() && keepAlive.getAsInt() <= idle) {
      found.add(new Warning.KeepAliveTooShort(keepAlive.getAsInt(), idle));
    }
    if (connects && keepAlive.isEmpty() && idle > IDLE_TIMEOUT_USUAL) {
      found.add(new Warning.KeepAliveUnknown(idle));
    }
    return found;
  }

  private static List<Warning> targetGroups(EnvironmentSpec spec) {
    List<Warning> found = new ArrayList<>();
    Set<String> used = new LinkedHashSet<>();
    spec.listeners().forEach(listener -> used.addAll(listener.targetGroups()));
    for (TargetGroupSpec group : spec.targetGroups()) {
      if (!used.contains(group.name())) {
        found.add(new Warning.UnusedTargetGroup(group.name()));
      }
      if (group.targets().isEmpty()) {
        found.add(new Warning.NoTargets(group.name()));
      }
      HealthCheckSpec check = group.healthCheck();
      if (check.enabled() && check.timeoutSeconds() < HEALTH_TIMEOUT_ENOUGH) {
        found.add(new Warning.HealthTimeoutShort(group.name(), check.timeoutSeconds()));
      }
    }
    return found;
  }
}
