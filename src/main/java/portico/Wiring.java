package portico;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import portico.catalog.aws.AwsCatalogs;
import portico.catalog.aws.AwsLeftoverAccess;
import portico.catalog.aws.AwsSignIns;
import portico.engine.EngineOperations;
import portico.engine.Home;
import portico.engine.InstalledReadiness;
import portico.engine.WorkerLauncher;
import portico.engine.state.FileApiKeys;
import portico.engine.state.FileDeadlines;
import portico.engine.state.FileEnvironments;
import portico.engine.state.FileProofs;
import portico.operation.Operations;
import portico.practice.provider.BundledProvider;
import portico.probe.QuickProbe;
import portico.proof.http.HttpServiceProof;
import portico.service.Services;
import portico.service.ServicesFactory;

/** Which implementation stands behind which port, for desktop and command line. */
final class Wiring implements ServicesFactory {
  private final Map<String, String> workerEnvironment;

  Wiring() {
    this(Map.of());
  }

  /** {@code workerEnvironment} is added to that of the workers. */
  Wiring(Map<String, String> workerEnvironment) {
    this.workerEnvironment = Map.copyOf(workerEnvironment);
  }

  /** The folder of everything that Portico keeps, where the user names none. */
  static Path defaultHome(Map<String, String> environment) {
    String named = environment.getOrDefault("PORTICO_HOME", "");
    return named.isBlank() ? Path.of(System.getProperty("user.home"), ".portico") : Path.of(named);
  }

  @Override
  public Services open(Path root) {
    Home home = new Home(root);
    String installation;
    try {
      home.create();
      installation = home.installation();
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
    WorkerLauncher launcher =
        new WorkerLauncher(
            home.root(),
            System.getProperty("java.class.path"),
            Main.class.getName(),
            workerEnvironment);
    Operations operations = new EngineOperations(home, launcher, Clock.systemUTC());
    LocalPractice practice = new LocalPractice(home);
    return new Services(
        home.root(),
        new AwsCatalogs(practice::endpoint),
        new AwsSignIns(),
        operations,
        new FileEnvironments(home, operations),
        new QuickProbe(HttpServiceProof.quick(InstantSource.system())),
        new HttpServiceProof(InstantSource.system()),
        new FileProofs(home),
        practice,
        new FileApiKeys(home),
        new FileDeadlines(
            home,
            operations,
            InstantSource.system(),
            Optional.ofNullable(System.getProperty("user.name"))),
        new InstalledReadiness(home, System.getenv(), BundledProvider.VERSION),
        new AwsLeftoverAccess(practice::endpoint),
        installation);
  }
}
