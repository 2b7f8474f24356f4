package portico.preset;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import portico.model.TimeoutLadder;

/**
 * A timeout that the server keeps by itself.
 *
 * @param length what it is when nobody sets it
 * @param setting how it is set; empty when it cannot be
 * @param also further names under which a command may set it
 * @param because why that matters, for people
 */
public record ServerTimeout(
    Length length, Optional<ServerSetting> setting, List<String> also, String because) {
  public ServerTimeout {
    also = List.copyOf(also);
  }

  /** How long. */
  public sealed interface Length {
    /** That many seconds. */
    record Seconds(int count) implements Length {}

    /** It does not end by itself. */
    record Never() implements Length {}

    /** Its makers do not say. */
    record Unknown() implements Length {}
  }

  /** The length as a spec has it: {@link TimeoutLadder#NEVER} for never, empty for unknown. */
  public OptionalInt seconds() {
    return switch (length) {
      case Length.Seconds(int count) -> OptionalInt.of(count);
      case Length.Never() -> OptionalInt.of(TimeoutLadder.NEVER);
      case Length.Unknown() -> OptionalInt.empty();
    };
  }
}
