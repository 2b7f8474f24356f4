package portico.catalog.aws;

import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import portico.catalog.AwsProfile;
import portico.catalog.Catalog;
import portico.catalog.Catalogs;
import portico.catalog.CertificateRequests;
import portico.catalog.CloudAccount;

/** Catalogues read through the AWS SDK. */
public final class AwsCatalogs implements Catalogs {
  private final Supplier<URI> practice;
  private final AwsSettings settings;

  /**
   * @param practice address of the simulated AWS; asked at the first call to it, so that it may
   *     start late
   */
  public AwsCatalogs(Supplier<URI> practice) {
    this(practice, AwsSettings.ofThisUser());
  }

  public AwsCatalogs(Supplier<URI> practice, AwsSettings settings) {
    this.practice = practice;
    this.settings = settings;
  }

  @Override
  public Catalog open(CloudAccount account, String region) {
    return new AwsCatalog(AwsClients.open(account, region, practice, settings));
  }

  @Override
  public CertificateRequests certificates(CloudAccount account, String region) {
    return new AwsCertificateRequests(AwsClients.open(account, region, practice, settings));
  }

  @Override
  public List<AwsProfile> profiles() {
    try {
      return settings.profileFile().get().profiles().values().stream()
          .map(ProfileKinds::describe)
          .toList();
    } catch (RuntimeException e) {
      // A file that cannot be read offers no profile; using one reports why.
      return List.of();
    }
  }
}
