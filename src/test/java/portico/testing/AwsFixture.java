package portico.testing;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import portico.catalog.CloudAccount;
import portico.catalog.aws.AwsClients;
import portico.catalog.aws.AwsLimits;
import portico.catalog.aws.AwsSettings;
import software.amazon.awssdk.profiles.ProfileFile;

/** Access to AWS endpoints on this machine, without the user's files and environment. */
public final class AwsFixture {
  public static final String REGION = "us-west-2";

  /** For accounts that are not the simulated AWS. */
  public static final Supplier<URI> NO_PRACTICE =
      () -> {
        throw new IllegalStateException("the simulated AWS is not part of this test");
      };

  private AwsFixture() {}

  /** No profiles, no environment, the product's limits. */
  public static AwsSettings isolated() {
    return AwsSettings.only(noProfiles(), AwsLimits.standard());
  }

  /** As {@link #isolated()}, without a second try of a call. */
  public static AwsSettings once() {
    return AwsSettings.only(noProfiles(), onceLimits());
  }

  /** The product's limits, without a second try of a call. */
  public static AwsLimits onceLimits() {
    var product = AwsLimits.standard();
    return new AwsLimits(
        product.connect(), product.attempt(), product.answer(), product.credentials(), 1);
  }

  /** As {@link #isolated()}, giving up soon: only for what never answers. */
  public static AwsSettings impatient() {
    return AwsSettings.only(
        noProfiles(),
        new AwsLimits(
            Duration.ofMillis(300),
            Duration.ofMillis(400),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            1));
  }

  public static ProfileFile noProfiles() {
    return ProfileFile.aggregator().build();
  }

  public static CloudAccount endpoint(URI uri) {
    return new CloudAccount.Endpoint(uri, Optional.empty());
  }

  /** Clients for an endpoint, with the product's limits. */
  public static AwsClients clients(URI uri) {
    return AwsClients.open(endpoint(uri), REGION, NO_PRACTICE, isolated());
  }
}
