package portico.catalog.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.catalog.Answer;
import portico.catalog.IpamPool;
import portico.testing.AwsScene.Ground;
import portico.testing.SimulatedAwsServer;

/** The catalogue against the built-in simulated AWS. */
class SimulatedCatalogTest extends CatalogContract {
  private final SimulatedAwsServer simulated;

  SimulatedCatalogTest(@TempDir Path folder) {
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
    return SimulatedAwsServer.ground(catalog);
  }

  @Test
  void of_the_ipam_pools_those_of_public_ipv4_addresses_are_offered() {
    assertThat(catalog.ipamPools())
        .isInstanceOfSatisfying(
            Answer.Found.class,
            found ->
                assertThat((List<?>) found.value())
                    .singleElement()
                    .isInstanceOfSatisfying(
                        IpamPool.class,
                        pool -> {
                          assertThat(pool.name()).isEqualTo("partner-allow-list");
                          assertThat(pool.description()).isNotEmpty();
                        }));
  }
}
