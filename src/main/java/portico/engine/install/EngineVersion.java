package portico.engine.install;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** A version of the engine by its three numbers; what follows them plays no part. */
record EngineVersion(int major, int minor, int patch) implements Comparable<EngineVersion> {
  /** The version Portico installs. */
  static final EngineVersion PINNED = new EngineVersion(3, 259, 0);

  /**
   * The least version: the automation library streams events over gRPC only above 3.205.0, see
   * docs/decisions/0002-engine-minimum.md.
   */
  static final EngineVersion MINIMUM = new EngineVersion(3, 206, 0);

  /** The first version refused: the automation library accepts one major version. */
  static final EngineVersion BELOW = new EngineVersion(4, 0, 0);

  private static final Pattern NUMBERS =
      Pattern.compile("v?(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})(?:[-+].*)?");

  /** Reads {@code v3.259.0} or {@code 3.260.0-alpha.1}; empty for anything else. */
  static Optional<EngineVersion> parse(String text) {
    var match = NUMBERS.matcher(text.strip());
    if (!match.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new EngineVersion(
            Integer.parseInt(match.group(1)),
            Integer.parseInt(match.group(2)),
            Integer.parseInt(match.group(3))));
  }

  @Override
  public int compareTo(EngineVersion other) {
    return Comparator.comparingInt(EngineVersion::major)
        .thenComparingInt(EngineVersion::minor)
        .thenComparingInt(EngineVersion::patch)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
