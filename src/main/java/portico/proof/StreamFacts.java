package portico.proof;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a streamed answer came. All times are from the moment the request was sent.
 *
 * @param path that was asked
 * @param status of the answer
 * @param form how events were told apart
 * @param head when the head of the answer was there
 * @param first when the first event was there: the time to the first token
 * @param events how many came
 * @param medianGap between two events; zero with fewer than two
 * @param longestGap likewise
 * @param longestSilence the longest time without any byte, the wait for the first included: what an
 *     idle timeout must be longer than
 * @param total when the answer was over
 * @param arrivals when each event came, the first {@value #KEPT} of them
 * @param simulated whether practice's built-in server answered, and no model
 */
public record StreamFacts(
    String path,
    int status,
    Form form,
    Duration head,
    Optional<Duration> first,
    int events,
    Duration medianGap,
    Duration longestGap,
    Duration longestSilence,
    Duration total,
    List<Duration> arrivals,
    boolean simulated) {
  /** How many arrivals are kept. */
  public static final int KEPT = 600;

  public StreamFacts {
    arrivals = List.copyOf(arrivals);
  }

  /** What counts as one event. */
  public enum Form {
    /** A {@code data:} line of server-sent events, the closing {@code [DONE]} left out. */
    SERVER_SENT_EVENTS,
    /** A line, as of newline-delimited JSON. */
    LINES,
    /** Whatever came at once. */
    PIECES
  }
}
