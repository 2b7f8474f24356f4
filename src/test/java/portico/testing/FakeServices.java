package portico.testing;

import java.nio.file.Path;
import portico.service.Services;

/** All fakes as one bundle. */
public final class FakeServices {
  public final FakeCatalog catalog = FakeCatalog.withNetwork();
  public final FakeCatalogs catalogs = new FakeCatalogs(catalog);
  public final FakeOperations operations = new FakeOperations();
  public final FakeEnvironments environments = new FakeEnvironments();
  public final FakeProbe probe = new FakeProbe();
  public final FakePractice practice = new FakePractice();
  public final FakeApiKeys keys = new FakeApiKeys();

  public Services services() {
    return new Services(
        Path.of("portico-home"), catalogs, operations, environments, probe, practice, keys);
  }
}
