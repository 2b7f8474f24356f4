package portico.spec;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The parts of a spec file and their fields. */
enum SpecPart {
  ROOT,
  LOAD_BALANCER,
  TARGET_GROUP,
  HEALTH_CHECK,
  TARGET,
  LISTENER,
  ACCESS;

  private List<String> fields() {
    return switch (this) {
      case ROOT -> List.of("region", "loadBalancer", "targetGroups", "listeners", "access");
      case LOAD_BALANCER -> List.of("name", "scheme", "vpc", "vpcId", "subnets", "subnetIds");
      case TARGET_GROUP -> List.of("name", "protocol", "port", "healthCheck", "targets");
      case HEALTH_CHECK ->
          List.of(
              "path",
              "intervalSeconds",
              "timeoutSeconds",
              "healthyThreshold",
              "unhealthyThreshold");
      case TARGET -> List.of("instanceId", "name", "port");
      case LISTENER -> List.of("name", "protocol", "port", "targetGroup");
      case ACCESS -> List.of("ingressCidrs");
    };
  }

  boolean has(String field) {
    return fields().contains(field);
  }

  /** The known field that {@code wrong} was perhaps meant to be. */
  Optional<String> nearest(String wrong) {
    String plain = plain(wrong);
    return fields().stream()
        .filter(field -> distance(plain, plain(field)) <= tolerated(field, plain))
        .min(Comparator.comparingInt(field -> distance(plain, plain(field))));
  }

  /** A third of the letters may differ, or all that the longer name adds: vpc and vpcId. */
  private static int tolerated(String field, String plain) {
    int third = Math.max(1, field.length() / 3);
    boolean partOf = plain.length() >= 3 && plain(field).startsWith(plain);
    return partOf ? field.length() - plain.length() : third;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }

  /** Levenshtein's distance: letters to insert, delete or replace. */
  private static int distance(String one, String other) {
    int[] above = new int[other.length() + 1];
    for (int column = 0; column <= other.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= one.length(); row++) {
      int[] line = new int[other.length() + 1];
      line[0] = row;
      for (int column = 1; column <= other.length(); column++) {
        int change = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
        line[column] =
            Math.min(above[column - 1] + change, 1 + Math.min(above[column], line[column - 1]));
      }
      above = line;
    }
    return above[other.length()];
  }
}
