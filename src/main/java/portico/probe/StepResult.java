package portico.probe;

import java.time.Duration;

/** How one step of a probe went. {@code F} is what a step that went well has learnt. */
sealed interface StepResult<F> {
  record Ok<F>(F facts, Duration took) implements StepResult<F> {}

  /**
   * @param why the kind of failure
   * @param detail the system's own words, for a log
   */
  record Failed<F>(Why why, String detail, Duration took) implements StepResult<F> {}

  /** Not tried, because a step before it failed. */
  record Skipped<F>() implements StepResult<F> {}

  /** Why a step failed. */
  enum Why {
    UNKNOWN_NAME,
    REFUSED,
    TIMED_OUT,
    NO_ROUTE,
    /** The connection ended, or something that is not HTTP came. */
    NOT_HTTP,
    /** Anything else, such as an interrupted wait. */
    OTHER
  }
}
