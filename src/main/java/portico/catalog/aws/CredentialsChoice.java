package portico.catalog.aws;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import portico.catalog.CloudAccount;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;

/** As whom Portico calls: which credentials an account stands for. */
final class CredentialsChoice {
  /** What the simulated AWS and other endpoints get when nothing else is said. No secret. */
  private static final AwsCredentials PLACEHOLDER =
      AwsBasicCredentials.create("PRACTICE", "practice");

  private CredentialsChoice() {}

  /**
   * @param region where a role is assumed, unless its profile names another
   */
  static LimitedCredentials of(CloudAccount account, String region, AwsSettings settings) {
    var limit = settings.limits().credentials();
    var slowInVain = new AtomicBoolean();
    return switch (account) {
      case CloudAccount.Practice() ->
          new LimitedCredentials(() -> StaticCredentialsProvider.create(PLACEHOLDER), limit);
      case CloudAccount.Profile(Optional<String> name) ->
          new LimitedCredentials(
              () ->
                  name.map(named -> profile(named, region, endpoint(account), settings))
                      .orElseGet(() -> new DefaultChain(settings, region, slowInVain)),
              limit);
      case CloudAccount.Endpoint(var uri, Optional<String> name) ->
          new LimitedCredentials(
              () ->
                  name.map(named -> profile(named, region, endpoint(account), settings))
                      .orElseGet(() -> ambientElsePlaceholder(settings, region)),
              limit);
    };
  }

  /** Where all services are reached, if not at AWS itself. */
  static Optional<URI> endpoint(CloudAccount account) {
    return account instanceof CloudAccount.Endpoint(URI uri, var name)
        ? Optional.of(uri)
        : Optional.empty();
  }

  /** The SDK's provider of the profile; Portico's own for roles that the SDK cannot assume. */
  static AwsCredentialsProvider profile(
      String name, String region, Optional<URI> endpoint, AwsSettings settings) {
    ProfileFile file = settings.profileFile().get();
    Profile profile =
        file.profile(name)
            .orElseThrow(
                () -> new CredentialsUnavailable(CredentialsUnavailable.Why.UNKNOWN_PROFILE, name));
    if (RoleProfiles.deviceInChain(file, name).isPresent()
        || (endpoint.isPresent() && RoleProfiles.isRole(profile))) {
      return new RoleChain(settings, name, region, endpoint);
    }
    return ProfileCredentialsProvider.builder()
        .profileFile(settings.profileFile())
        .profileName(name)
        .build();
  }

  /**
   * The environment's or the default profile's credentials; placeholders when there are none.
   * Instance and container credentials are left out: they belong to AWS itself, and asking costs
   * seconds elsewhere.
   */
  private static AwsCredentialsProvider ambientElsePlaceholder(
      AwsSettings settings, String region) {
    var chain =
        new DefaultChain(
            new AwsSettings(
                settings.profileFile(),
                settings.defaultProfile(),
                settings.beforeProfile(),
                List::of,
                settings.limits(),
                settings.signIn()),
            region,
            new AtomicBoolean());
    return () -> {
      try {
        return chain.resolveCredentials();
      } catch (RuntimeException e) {
        return PLACEHOLDER;
      }
    };
  }
}
