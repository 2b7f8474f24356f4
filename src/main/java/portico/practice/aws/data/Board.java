package portico.practice.aws.data;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import portico.practice.aws.state.Observations.Observed;

/** What a plane tells other threads. */
final class Board {
  private final Map<String, Integer> open = new ConcurrentHashMap<>();
  private final Set<String> refused = ConcurrentHashMap.newKeySet();
  private final AtomicReference<Map<String, Map<String, Observed>>> health =
      new AtomicReference<>(Map.of());

  void opened(String arn, int port) {
    open.put(arn, port);
  }

  void closed(String arn) {
    open.remove(arn);
  }

  /** A listener's port cannot be had. */
  void refused(String arn) {
    refused.add(arn);
  }

  void health(Map<String, Map<String, Observed>> next) {
    health.set(next);
  }

  /** The ports that are listened on, by the listeners' ARNs. */
  Map<String, Integer> open() {
    return Map.copyOf(open);
  }

  /** The listeners whose ports could not be had since this was last asked. */
  Set<String> takeRefused() {
    Set<String> taken = Set.copyOf(refused);
    refused.removeAll(taken);
    return taken;
  }

  Map<String, Map<String, Observed>> health() {
    return health.get();
  }
}
