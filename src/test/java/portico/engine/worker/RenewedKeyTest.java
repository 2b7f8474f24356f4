package portico.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.catalog.Catalog;
import portico.catalog.ExistingResources;
import portico.catalog.Leftovers;
import portico.engine.CloudSession;
import portico.engine.EngineSource;
import portico.engine.Home;
import portico.engine.ProviderHost;
import portico.engine.state.FileApiKeys;
import portico.operation.EngineFailure;
import portico.operation.OperationFailure;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.OperationRequest;
import portico.operation.Outcome;
import portico.operation.ProviderKind;
import portico.operation.journal.OperationFolder;
import portico.testing.FakeCatalog;
import portico.testing.Samples;

/** A key is made anew when nothing stands in the way of its deployment, and not before. */
class RenewedKeyTest {
  private static final OperationId ID = OperationId.create(Samples.NOW, 1);

  @TempDir private Path folder;
  private Home home;
  private FileApiKeys keys;
  private String old;

  @BeforeEach
  void a_key_that_is_deployed() throws IOException {
    home = new Home(folder);
    home.create();
    keys = new FileApiKeys(home);
    old = keys.obtain(Samples.NAME, "main");
  }

  private static OperationRequest request(Optional<String> renewedKey) {
    return new OperationRequest(
        ID,
        OperationKind.DEPLOY,
        Samples.NAME,
        Samples.spec(),
        Samples.PRACTICE,
        ProviderKind.BUNDLED,
        Samples.NOW,
        renewedKey);
  }

  @Test
  void without_an_engine_the_old_key_stays() throws IOException {
    OperationFolder operation = new OperationFolder(home.operation(ID));
    Files.createDirectories(operation.path());
    operation.writeRequest(request(Optional.of("main")));
    EngineFailure missing = new EngineFailure.NoGo("go");
    WorkerParts parts =
        new WorkerParts(
            (_, _) -> new IdleSession(),
            (_, _) -> new EngineSource.Answer.Failed(missing),
            _ -> Long.MAX_VALUE,
            WorkerParts.Limits.standard(),
            Clock.fixed(Samples.NOW, ZoneOffset.UTC));

    new WorkerMain(home, operation, parts).run();

    assertThat(operation.result().orElseThrow().outcome())
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed ->
                assertThat(failed.failures())
                    .containsExactly(new OperationFailure.EngineUnavailable(missing)));
    assertThat(keys.find(Samples.NAME, "main")).contains(old);
  }

  @Test
  void what_a_deployment_prepares_leaves_the_old_key() {
    new Keys(keys, request(Optional.of("main"))).prepare();

    assertThat(keys.find(Samples.NAME, "main")).contains(old);
  }

  @Test
  void the_new_key_takes_its_place_and_neither_is_told() {
    Keys renewing = new Keys(keys, request(Optional.of("main")));

    renewing.renew();

    String renewed = keys.find(Samples.NAME, "main").orElseThrow();
    assertThat(renewed).isNotEqualTo(old);
    assertThat(renewing.of("main")).isEqualTo(renewed);
    assertThat(renewing.hidden("from " + old + " to " + renewed))
        .isEqualTo("from [secret] to [secret]");
  }

  @Test
  void a_deployment_that_renews_nothing_leaves_all() {
    new Keys(keys, request(Optional.empty())).renew();

    assertThat(keys.find(Samples.NAME, "main")).contains(old);
  }

  @Test
  void a_request_kept_before_there_was_such_a_wish_is_read() throws IOException {
    OperationFolder operation = new OperationFolder(home.operation(ID));
    Files.createDirectories(operation.path());
    operation.writeRequest(request(Optional.of("main")));
    Path file = operation.path().resolve("request.json");
    String json = Files.readString(file);
    assertThat(json).contains(",\"renewedKey\":\"main\"");
    Files.writeString(file, json.replace(",\"renewedKey\":\"main\"", ""));

    assertThat(operation.request()).contains(request(Optional.empty()));
  }

  /** An account that answers who asks, and no more. */
  private static final class IdleSession implements CloudSession {
    @Override
    public Catalog catalog() {
      return new FakeCatalog();
    }

    @Override
    public ExistingResources existing() {
      throw new AssertionError("not asked for");
    }

    @Override
    public Leftovers leftovers() {
      throw new AssertionError("not asked for");
    }

    @Override
    public ProviderHost startProvider() {
      throw new AssertionError("not asked for");
    }

    @Override
    public Map<String, String> pluginEnvironment() {
      return Map.of();
    }

    @Override
    public Optional<URI> endpoint() {
      return Optional.empty();
    }

    @Override
    public void close() {}
  }
}
