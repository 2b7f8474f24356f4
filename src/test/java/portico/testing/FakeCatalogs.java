package portico.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import portico.catalog.AwsProfile;
import portico.catalog.Catalog;
import portico.catalog.Catalogs;
import portico.catalog.CertificateRequests;
import portico.catalog.CloudAccount;

/** Opens one catalogue for all accounts and regions, or those that a test registers. */
public final class FakeCatalogs implements Catalogs {
  public final FakeCatalog catalog;
  public final List<AwsProfile> profiles = new ArrayList<>();

  /** One for all accounts and regions. */
  public final FakeCertificateRequests requests = new FakeCertificateRequests();

  /** What was opened, as account and region, in order. */
  public final List<Opened> opened = new ArrayList<>();

  private final Map<Opened, FakeCatalog> special = new HashMap<>();

  /** An account in a region. */
  public record Opened(CloudAccount account, String region) {}

  public FakeCatalogs(FakeCatalog catalog) {
    this.catalog = catalog;
  }

  /** Registers another catalogue for one account and region. */
  public void put(CloudAccount account, String region, FakeCatalog other) {
    special.put(new Opened(account, region), other);
  }

  @Override
  public Catalog open(CloudAccount account, String region) {
    Opened what = new Opened(account, region);
    opened.add(what);
    return special.getOrDefault(what, catalog);
  }

  @Override
  public CertificateRequests certificates(CloudAccount account, String region) {
    opened.add(new Opened(account, region));
    return requests;
  }

  @Override
  public List<AwsProfile> profiles() {
    return List.copyOf(profiles);
  }
}
