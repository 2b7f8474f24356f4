package portico.catalog.aws;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import portico.catalog.AwsProfile;
import portico.catalog.AwsProfile.Kind;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileProperty;

/**
 * Tells how a profile gets its credentials, by the same properties and in the same order as the
 * SDK's {@code ProfileCredentialsUtils}.
 */
final class ProfileKinds {
  private ProfileKinds() {}

  static AwsProfile describe(Profile profile) {
    return new AwsProfile(profile.name(), kind(profile), profile.property(ProfileProperty.REGION));
  }

  static Kind kind(Profile profile) {
    if (has(profile, ProfileProperty.ROLE_ARN)
        && has(profile, ProfileProperty.WEB_IDENTITY_TOKEN_FILE)) {
      return Kind.OTHER;
    }
    if (signsIn(profile)) {
      return Kind.IAM_IDENTITY_CENTER;
    }
    if (has(profile, ProfileProperty.ROLE_ARN)) {
      return Kind.ASSUME_ROLE;
    }
    if (has(profile, ProfileProperty.LOGIN_SESSION)) {
      return Kind.OTHER;
    }
    if (has(profile, ProfileProperty.CREDENTIAL_PROCESS)) {
      return Kind.CREDENTIAL_PROCESS;
    }
    return has(profile, ProfileProperty.AWS_ACCESS_KEY_ID) ? Kind.STATIC_KEYS : Kind.OTHER;
  }

  /** Whether the profile says anything about credentials; one that only names a region does not. */
  static boolean hasCredentials(Profile profile) {
    return kind(profile) != Kind.OTHER
        || has(profile, ProfileProperty.ROLE_ARN)
        || has(profile, ProfileProperty.LOGIN_SESSION);
  }

  /**
   * Whether {@code aws sso login} renews it: its own sign-in, or that of the profile it takes a
   * role from.
   */
  static boolean restsOnSignIn(ProfileFile file, String name) {
    Set<String> seen = new HashSet<>();
    Optional<Profile> profile = file.profile(name);
    while (profile.isPresent() && seen.add(profile.get().name())) {
      if (kind(profile.get()) == Kind.IAM_IDENTITY_CENTER) {
        return true;
      }
      profile = profile.get().property(ProfileProperty.SOURCE_PROFILE).flatMap(file::profile);
    }
    return false;
  }

  private static boolean signsIn(Profile profile) {
    return has(profile, ProfileProperty.SSO_ROLE_NAME)
        || has(profile, ProfileProperty.SSO_ACCOUNT_ID)
        || has(profile, ProfileProperty.SSO_REGION)
        || has(profile, ProfileProperty.SSO_START_URL)
        || has(profile, "sso_session");
  }

  private static boolean has(Profile profile, String property) {
    return profile.property(property).isPresent();
  }
}
