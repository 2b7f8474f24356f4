package portico.catalog;

import java.time.Instant;
import java.util.Optional;

/** How a sign-in ended. */
public sealed interface SignInAnswer {
  /**
   * It is done.
   *
   * @param until when the session ends, if AWS says
   */
  record SignedIn(Optional<Instant> until) implements SignInAnswer {}

  record Failed(SignInFailure failure) implements SignInAnswer {}
}
