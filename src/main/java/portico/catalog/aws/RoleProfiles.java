package portico.catalog.aws;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import portico.catalog.AwsProfile.Kind;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileProperty;

/** Which roles of the AWS files are assumed with the code of an MFA device. */
final class RoleProfiles {
  private RoleProfiles() {}

  static boolean isRole(Profile profile) {
    return ProfileKinds.kind(profile) == Kind.ASSUME_ROLE;
  }

  /**
   * The device whose code goes with the profile's role: the profile's {@code mfa_serial}, else that
   * of the access key that the role is taken with.
   */
  static Optional<String> device(ProfileFile file, Profile profile) {
    if (!isRole(profile)) {
      return Optional.empty();
    }
    return serial(profile)
        .or(
            () ->
                source(file, profile)
                    .filter(from -> ProfileKinds.kind(from) == Kind.STATIC_KEYS)
                    .flatMap(RoleProfiles::serial));
  }

  /** The first device in the chain of profiles that begins with this one. */
  static Optional<String> deviceInChain(ProfileFile file, String name) {
    Set<String> seen = new HashSet<>();
    Optional<Profile> profile = file.profile(name);
    while (profile.isPresent() && seen.add(profile.get().name())) {
      Optional<String> device = device(file, profile.get());
      if (device.isPresent()) {
        return device;
      }
      profile = isRole(profile.get()) ? source(file, profile.get()) : Optional.empty();
    }
    return Optional.empty();
  }

  private static Optional<Profile> source(ProfileFile file, Profile profile) {
    return profile.property(ProfileProperty.SOURCE_PROFILE).flatMap(file::profile);
  }

  private static Optional<String> serial(Profile profile) {
    return profile.property("mfa_serial").filter(device -> !device.isBlank());
  }
}
