package portico.testing;

import java.nio.file.Path;
import java.util.Optional;
import portico.operation.EngineReadiness;
import portico.operation.EngineReadiness.Readiness;
import portico.service.Services;

/** All fakes as one bundle. */
public final class FakeServices {
  /** The id of the home folder. */
  public static final String INSTALLATION = "0123456789ab";

  /** The home folder; nothing is there unless a test says so. */
  public Path home = Path.of("portico-home");

  public final FakeCatalog catalog = FakeCatalog.withNetwork();
  public final FakeCatalogs catalogs = new FakeCatalogs(catalog);
  public final FakeSignIns signIns = new FakeSignIns();
  public final FakeOperations operations = new FakeOperations();
  public final FakeEnvironments environments = new FakeEnvironments();
  public final FakeProbe probe = new FakeProbe();
  public final FakeServiceProof proof = new FakeServiceProof();
  public final FakeProofs proofs = new FakeProofs();
  public final FakePractice practice = new FakePractice();
  public final FakeApiKeys keys = new FakeApiKeys();
  public final FakeDeadlines deadlines = new FakeDeadlines(operations);
  public final FakeLeftovers leftovers = new FakeLeftovers();

  public Readiness readiness = new Readiness(Optional.of("3.259.0"), Optional.empty());
  public final EngineReadiness engine = provider -> readiness;

  public Services services() {
    return new Services(
        home,
        catalogs,
        signIns,
        operations,
        environments,
        probe,
        proof,
        proofs,
        practice,
        keys,
        deadlines,
        engine,
        leftovers,
        INSTALLATION);
  }
}
