package portico.practice.aws.state;

import java.util.Map;
import java.util.TreeMap;

/**
 * The whole simulated account, as the state file holds it.
 *
 * @param format the version of the file's form; this program reads and writes {@link #FORMAT}
 */
public record Account(int format, Map<String, RegionState> regions) {
  /** The form of the state file that this program knows. */
  public static final int FORMAT = 1;

  /** The simulated account's number. */
  public static final String ID = "123456789012";

  /** Keeps its own map. */
  public Account {
    regions = new TreeMap<>(regions);
  }

  /** The same account with one region replaced. */
  public Account with(RegionState region) {
    Map<String, RegionState> next = new TreeMap<>(regions);
    next.put(region.region(), region);
    return new Account(format, next);
  }
}
