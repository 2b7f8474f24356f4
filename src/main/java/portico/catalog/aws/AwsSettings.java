package portico.catalog.aws;

import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.auth.credentials.WebIdentityTokenFileCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;

/**
 * What of this machine decides how AWS is reached. Tests give their own, so that no test reads the
 * user's files.
 *
 * @param profileFile the AWS config and credentials files, read anew at each call, so that a
 *     changed file is seen
 * @param defaultProfile the profile of the default chain ({@code AWS_PROFILE}, else {@code
 *     default})
 * @param beforeProfile credentials that win over the default profile: environment, web identity
 * @param afterProfile credentials asked when the default profile has none: container, instance
 * @param limits how long AWS may keep us waiting
 * @param signIn where sign-ins are made and kept
 */
public record AwsSettings(
    Supplier<ProfileFile> profileFile,
    String defaultProfile,
    Supplier<List<AwsCredentialsProvider>> beforeProfile,
    Supplier<List<AwsCredentialsProvider>> afterProfile,
    AwsLimits limits,
    SignInPlaces signIn) {

  /** Without any place to keep sign-ins. */
  public AwsSettings(
      Supplier<ProfileFile> profileFile,
      String defaultProfile,
      Supplier<List<AwsCredentialsProvider>> beforeProfile,
      Supplier<List<AwsCredentialsProvider>> afterProfile,
      AwsLimits limits) {
    this(profileFile, defaultProfile, beforeProfile, afterProfile, limits, SignInPlaces.none());
  }

  /** The user's files and environment, in the order of the SDK's default credentials chain. */
  public static AwsSettings ofThisUser() {
    return new AwsSettings(
        ProfileFile::defaultProfileFile,
        ProfileFileSystemSetting.AWS_PROFILE.getStringValue().orElse("default"),
        () ->
            List.of(
                SystemPropertyCredentialsProvider.create(),
                EnvironmentVariableCredentialsProvider.create(),
                WebIdentityTokenFileCredentialsProvider.create()),
        () ->
            List.of(
                ContainerCredentialsProvider.builder().build(),
                InstanceProfileCredentialsProvider.create()),
        AwsLimits.standard(),
        SignInPlaces.ofThisUser());
  }

  /** Only the given profiles: nothing of the user's files or environment. */
  public static AwsSettings only(ProfileFile profiles, AwsLimits limits) {
    return new AwsSettings(() -> profiles, "default", List::of, List::of, limits);
  }
}
