package portico.catalog.aws;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import portico.catalog.AwsProfile.Kind;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileProperty;

/**
 * Where a profile signs in at IAM Identity Center.
 *
 * @param name of its {@code sso-session} section; empty for a profile of the older form, which
 *     holds start URL and region itself
 * @param scopes what the sign-in is for; empty for the older form
 */
record SsoSession(Optional<String> name, String startUrl, String region, List<String> scopes) {
  /**
   * What a session without scopes of its own asks for, and the least for a token that renews itself
   * (AWS SDKs and Tools Reference Guide, {@code sso_registration_scopes}).
   */
  private static final String LEAST_SCOPE = "sso:account:access";

  SsoSession {
    scopes = List.copyOf(scopes);
  }

  /** What the cached token is named by. */
  String key() {
    return name.orElse(startUrl);
  }

  /**
   * The sign-in that the profile rests on: its own, or that of a profile it takes a role from.
   *
   * @throws IllegalArgumentException when the sign-in lacks something; the message says what
   */
  static Optional<SsoSession> of(ProfileFile file, String profileName) {
    Set<String> seen = new HashSet<>();
    Optional<Profile> profile = file.profile(profileName);
    while (profile.isPresent() && seen.add(profile.get().name())) {
      if (ProfileKinds.kind(profile.get()) == Kind.IAM_IDENTITY_CENTER) {
        return Optional.of(of(file, profile.get()));
      }
      profile = profile.get().property(ProfileProperty.SOURCE_PROFILE).flatMap(file::profile);
    }
    return Optional.empty();
  }

  private static SsoSession of(ProfileFile file, Profile profile) {
    Optional<String> name = profile.property("sso_session");
    if (name.isEmpty()) {
      return new SsoSession(
          name,
          required(profile, ProfileProperty.SSO_START_URL),
          required(profile, ProfileProperty.SSO_REGION),
          List.of());
    }
    Profile section =
        file.getSection("sso-session", name.get())
            .orElseThrow(
                () -> new IllegalArgumentException("section [sso-session " + name.get() + "]"));
    return new SsoSession(
        name,
        required(section, ProfileProperty.SSO_START_URL),
        required(section, ProfileProperty.SSO_REGION),
        scopes(section));
  }

  private static List<String> scopes(Profile section) {
    List<String> named =
        Arrays.stream(section.property("sso_registration_scopes").orElse("").split(","))
            .map(String::strip)
            .filter(scope -> !scope.isEmpty())
            .toList();
    return named.isEmpty() ? List.of(LEAST_SCOPE) : named;
  }

  private static String required(Profile section, String property) {
    return section
        .property(property)
        .filter(value -> !value.isBlank())
        .orElseThrow(() -> new IllegalArgumentException(property + " in [" + section.name() + "]"));
  }
}
