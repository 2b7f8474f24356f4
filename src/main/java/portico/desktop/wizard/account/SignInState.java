package portico.desktop.wizard.account;

import java.util.Optional;
import portico.catalog.CatalogFailure;
import portico.catalog.DeviceCode;
import portico.catalog.SignInFailure;

/** How far a sign-in on the account step has come. */
public sealed interface SignInState {
  /** The account needs none, as far as is known. */
  record NotWanted() implements SignInState {}

  /**
   * A person is to sign in.
   *
   * @param why {@link CatalogFailure.MfaCodeNeeded} for a code, anything else for a browser
   * @param before why the last one came to nothing
   */
  record Wanted(CatalogFailure why, Optional<SignInFailure> before) implements SignInState {}

  /** AWS is being asked for a code to show, or was sent one. */
  record Busy(CatalogFailure why) implements SignInState {}

  /** The person is to confirm the code in a browser. */
  record Waiting(CatalogFailure why, DeviceCode code) implements SignInState {}
}
