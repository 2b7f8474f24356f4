package portico.practice.aws;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import portico.practice.aws.state.RegionState;
import portico.practice.aws.state.StateStore;

/** A simulated AWS whose account is brought to its limits. */
abstract class QuotaScene {
  @TempDir Path folder;
  Simulation simulation;

  @BeforeEach
  void start() {
    simulation = new Simulation(folder);
  }

  @AfterEach
  void stop() {
    simulation.close();
  }

  /** Changes the account as nobody could by requests alone. */
  void arrange(Consumer<RegionState> change) {
    try (StateStore store =
        new StateStore(
            folder,
            () -> {
              throw new IllegalStateException("the account exists");
            })) {
      String _ =
          store.transact(
              account -> {
                RegionState region =
                    Optional.ofNullable(account.regions().get("us-west-2")).orElseThrow().copy();
                change.accept(region);
                return new StateStore.Change<>("done", account.with(region));
              });
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
