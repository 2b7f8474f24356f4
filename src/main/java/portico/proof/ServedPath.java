package portico.proof;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import portico.model.ActionSpec;
import portico.model.ConditionSpec;
import portico.model.ListenerRuleSpec;
import portico.model.ListenerSpec;
import portico.model.RequestSample;
import portico.model.Routing;

/** Finds a path that a listener sends to the service, for callers with the key. */
record ServedPath(ListenerSpec listener, String host) {
  /**
   * The first that is forwarded, also of the paths that rules name; else the last of those wanted.
   */
  String of(List<String> wanted) {
    Stream<String> ofRules =
        listener.rules().stream()
            .sorted(Comparator.comparingInt(ListenerRuleSpec::priority))
            .flatMap(rule -> rule.conditions().stream())
            .filter(ConditionSpec.PathPattern.class::isInstance)
            .flatMap(condition -> ((ConditionSpec.PathPattern) condition).values().stream())
            .map(pattern -> pattern.replaceAll("[*?]", ""))
            .filter(path -> path.startsWith("/"));
    return Stream.concat(wanted.stream(), ofRules)
        .filter(this::isForwarded)
        .findFirst()
        .orElse(wanted.getLast());
  }

  private boolean isForwarded(String path) {
    var headers =
        listener.apiKeys().stream()
            .map(key -> new RequestSample.Pair(key.header(), key.prefix() + "k"))
            .toList();
    var sample = RequestSample.of("GET", host, path, headers, Optional.empty());
    return Routing.decide(listener, sample).action() instanceof ActionSpec.Forward;
  }
}
