package portico.catalog;

import java.util.Optional;

/**
 * What a profile, or one that it takes a role from, needs of a person.
 *
 * @param startUrl where it signs in at IAM Identity Center, if it does
 * @param device serial number or ARN of the MFA device whose code is asked for, if one is
 */
public record SignInNeeds(Optional<String> startUrl, Optional<String> device) {
  /** Nothing: the credentials come by themselves, or there are none. */
  public static final SignInNeeds NOTHING = new SignInNeeds(Optional.empty(), Optional.empty());
}
