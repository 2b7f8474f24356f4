package portico.proof;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the user wants proven.
 *
 * @param stream whether a streamed answer is asked for
 * @param own the user's own request for it, in place of the server's usual one
 * @param silent whether a long silence is tried
 * @param silentSeconds how long, 1 to {@value #SILENT_MAX}; empty for as long as is usual
 */
public record ProofChoices(
    boolean stream, Optional<Streaming.Ask> own, boolean silent, OptionalInt silentSeconds) {
  /** Longer than the longest idle timeout of AWS, so that one can be seen to cut. */
  public static final int SILENT_MAX = 4100;

  /** Everything, as is usual for the server. */
  public static final ProofChoices USUAL =
      new ProofChoices(true, Optional.empty(), true, OptionalInt.empty());
}
