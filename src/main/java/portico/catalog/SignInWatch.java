package portico.catalog;

import java.time.Duration;

/** How a person follows a sign-in, and gives it up. Called from the thread that signs in. */
public interface SignInWatch {
  /** The code that the person confirms in a browser; called once at most. */
  void show(DeviceCode code);

  /**
   * Waits.
   *
   * @return whether the person gave up before the pause was over
   */
  boolean givenUpWithin(Duration pause);
}
