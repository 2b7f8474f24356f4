package portico.catalog.aws;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import portico.testing.AwsScene.Ground;
import portico.testing.SimulatedAwsServer;

/** Leftovers and their repair against the built-in simulated AWS. */
class SimulatedRepairTest extends RepairContract {
  private final SimulatedAwsServer simulated;

  SimulatedRepairTest(@TempDir Path folder) {
    simulated = new SimulatedAwsServer(folder.resolve("account"));
  }

  @AfterEach
  void stop() {
    simulated.close();
  }

  @Override
  URI endpoint() {
    return simulated.uri();
  }

  @Override
  Ground ground() {
    return SimulatedAwsServer.ground(new AwsCatalog(aws));
  }
}
