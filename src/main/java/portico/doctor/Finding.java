package portico.doctor;

import java.util.Optional;

/**
 * A cause, what is known of it, and what cures it.
 *
 * @param remedy of a cause that is not ruled out; empty where none is known
 */
public record Finding(Cause cause, Verdict verdict, Optional<Remedy> remedy) {
  /** What AWS's answers say of a cause, the surest first. */
  public enum Verdict {
    /** It is so. */
    CONFIRMED,
    /** Nothing that AWS tells settles it. */
    POSSIBLE,
    /** It is not so. */
    RULED_OUT
  }

  static Finding confirmed(Cause cause, Remedy remedy) {
    return new Finding(cause, Verdict.CONFIRMED, Optional.of(remedy));
  }

  static Finding confirmed(Cause cause) {
    return new Finding(cause, Verdict.CONFIRMED, Optional.empty());
  }

  static Finding possible(Cause cause, Remedy remedy) {
    return new Finding(cause, Verdict.POSSIBLE, Optional.of(remedy));
  }

  static Finding possible(Cause cause) {
    return new Finding(cause, Verdict.POSSIBLE, Optional.empty());
  }

  static Finding ruledOut(Cause cause) {
    return new Finding(cause, Verdict.RULED_OUT, Optional.empty());
  }
}
