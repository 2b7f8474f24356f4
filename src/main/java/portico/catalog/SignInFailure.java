package portico.catalog;

import java.util.Optional;

/** Why a sign-in came to nothing. Facts only, and never a code or a token. */
public sealed interface SignInFailure {
  /** The profile gets its credentials without a person, or has none. */
  record NothingToDo(Optional<String> profile) implements SignInFailure {}

  /** The profile's sign-in lacks something, such as its {@code sso-session} section. */
  record Misconfigured(Optional<String> profile, String missing) implements SignInFailure {}

  /** The person refused in the browser. */
  record Refused() implements SignInFailure {}

  /** Nobody confirmed the code while it was good. */
  record CodeOver() implements SignInFailure {}

  /** The person gave up here. */
  record GivenUp() implements SignInFailure {}

  /** Not six digits. */
  record NotACode() implements SignInFailure {}

  /** AWS did not accept the code of the MFA device: mistyped, over, or used before. */
  record WrongCode(String device) implements SignInFailure {}

  /** AWS accepted, and what it gave could not be kept. */
  record NotKept(String file, String detail) implements SignInFailure {}

  /** Anything else that AWS or the network answered. */
  record Account(CatalogFailure failure) implements SignInFailure {}
}
