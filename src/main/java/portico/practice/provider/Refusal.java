package portico.practice.provider;

/**
 * The provider itself will not, or can no longer, do what was asked; the message is for the user.
 */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  enum Why {
    /** What is there already stands in the way. */
    CONFLICT,
    /** Something awaited did not come about in time. */
    TIMEOUT,
    /** The engine asked to stop. */
    CANCELLED,
    /** This provider does not have it. */
    UNSUPPORTED,
    /** AWS gave up on the resource. */
    FAILED
  }

  private final Why why;

  Refusal(Why why, String message) {
    super(message);
    this.why = why;
  }

  Why why() {
    return why;
  }
}
