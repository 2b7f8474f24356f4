package portico.desktop.wizard.review;

import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import portico.model.EnvironmentName;

/** Derives an environment's name from its load balancer's. */
final class NameSuggestion {
  private NameSuggestion() {}

  /** The name in lower case, with a number behind it when it is taken. */
  static String from(String loadBalancerName, Set<String> taken) {
    String base = loadBalancerName.toLowerCase(Locale.ROOT);
    String name = EnvironmentName.parse(base).isPresent() ? base : "environment";
    return IntStream.iterate(1, number -> number + 1)
        .mapToObj(number -> number == 1 ? name : name + "-" + number)
        .filter(candidate -> !taken.contains(candidate))
        .findFirst()
        .orElse(name);
  }
}
