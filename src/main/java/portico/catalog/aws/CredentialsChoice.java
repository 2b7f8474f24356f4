package portico.catalog.aws;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import portico.catalog.CloudAccount;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** As whom Portico calls: which credentials an account stands for. */
final class CredentialsChoice {
  /** What the simulated AWS and other endpoints get when nothing else is said. No secret. */
  private static final AwsCredentials PLACEHOLDER =
      AwsBasicCredentials.create("PRACTICE", "practice");

  private CredentialsChoice() {}

  static LimitedCredentials of(CloudAccount account, AwsSettings settings) {
    var limit = settings.limits().credentials();
    var slowInVain = new AtomicBoolean();
    return switch (account) {
      case CloudAccount.Practice() ->
          new LimitedCredentials(() -> StaticCredentialsProvider.create(PLACEHOLDER), limit);
      case CloudAccount.Profile(Optional<String> name) ->
          new LimitedCredentials(
              () ->
                  name.map(named -> profile(named, settings))
                      .orElseGet(() -> new DefaultChain(settings, slowInVain)),
              limit);
      case CloudAccount.Endpoint(var uri, Optional<String> name) ->
          new LimitedCredentials(
              () ->
                  name.map(named -> profile(named, settings))
                      .orElseGet(() -> ambientElsePlaceholder(settings)),
              limit);
    };
  }

  private static AwsCredentialsProvider profile(String name, AwsSettings settings) {
    if (settings.profileFile().get().profile(name).isEmpty()) {
      throw new CredentialsUnavailable(CredentialsUnavailable.Why.UNKNOWN_PROFILE, name);
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
  private static AwsCredentialsProvider ambientElsePlaceholder(AwsSettings settings) {
    var chain =
        new DefaultChain(
            new AwsSettings(
                settings.profileFile(),
                settings.defaultProfile(),
                settings.beforeProfile(),
                List::of,
                settings.limits()),
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
