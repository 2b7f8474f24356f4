package portico.catalog.aws;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * The SDK's default credentials chain in its order, with one difference: when nothing answers and
 * the default profile does have credentials that fail (an ended sign-in, say), it reports that
 * failure. The SDK's own chain buries it in a text about all providers.
 *
 * <p>The provider that answered is asked alone from then on. Instance metadata that does not
 * answer, as on any desktop, costs about two seconds (the SDK's limits): they are paid once.
 */
final class DefaultChain implements AwsCredentialsProvider, AutoCloseable {
  /**
   * Off an instance, the metadata address often swallows packets: longer than this is not tried
   * twice.
   */
  private static final Duration SLOW = Duration.ofMillis(500);

  private final AwsSettings settings;
  private final String region;
  private final AtomicBoolean slowInVain;
  private final List<AwsCredentialsProvider> opened = new ArrayList<>();
  private @Nullable AwsCredentialsProvider answered;

  /**
   * @param region where a role is assumed, unless the profile names another
   * @param slowInVain set once the providers after the profile took long and gave nothing; kept by
   *     the caller for the next chain
   */
  DefaultChain(AwsSettings settings, String region, AtomicBoolean slowInVain) {
    this.settings = settings;
    this.region = region;
    this.slowInVain = slowInVain;
  }

  @Override
  public synchronized AwsCredentials resolveCredentials() {
    var last = answered;
    if (last != null) {
      return last.resolveCredentials();
    }
    return first(settings.beforeProfile())
        .or(() -> defaultProfileHasCredentials() ? Optional.of(fromProfile()) : afterProfile())
        .orElseThrow(
            () ->
                new CredentialsUnavailable(
                    CredentialsUnavailable.Why.NOT_CONFIGURED,
                    "no credentials in the environment, and none in profile "
                        + settings.defaultProfile()));
  }

  private boolean defaultProfileHasCredentials() {
    return settings
        .profileFile()
        .get()
        .profile(settings.defaultProfile())
        .filter(profile -> ProfileKinds.hasCredentials(profile))
        .isPresent();
  }

  private AwsCredentials fromProfile() {
    var provider =
        CredentialsChoice.profile(settings.defaultProfile(), region, Optional.empty(), settings);
    opened.add(provider);
    try {
      return resolve(provider);
    } catch (RuntimeException e) {
      return afterProfile().orElseThrow(() -> e);
    }
  }

  private Optional<AwsCredentials> afterProfile() {
    if (slowInVain.get()) {
      return Optional.empty();
    }
    long start = System.nanoTime();
    var credentials = first(settings.afterProfile());
    slowInVain.set(credentials.isEmpty() && System.nanoTime() - start > SLOW.toNanos());
    return credentials;
  }

  private Optional<AwsCredentials> first(Supplier<List<AwsCredentialsProvider>> providers) {
    for (AwsCredentialsProvider provider : providers.get()) {
      opened.add(provider);
      var credentials = ifConfigured(provider);
      if (credentials.isPresent()) {
        return credentials;
      }
    }
    return Optional.empty();
  }

  private Optional<AwsCredentials> ifConfigured(AwsCredentialsProvider provider) {
    try {
      return Optional.of(resolve(provider));
    } catch (RuntimeException e) {
      // The SDK's only way to say that nothing is configured here.
      return Optional.empty();
    }
  }

  private AwsCredentials resolve(AwsCredentialsProvider provider) {
    var credentials = provider.resolveCredentials();
    answered = provider;
    return credentials;
  }

  @Override
  public synchronized void close() {
    opened.forEach(Closing::quietly);
    opened.clear();
  }
}
