package portico.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import portico.catalog.Answer;
import portico.catalog.Catalog;
import portico.catalog.CatalogFailure;
import portico.catalog.ExistingResources;
import portico.catalog.Leftovers;
import portico.catalog.ProtectedBalancer;
import portico.engine.CloudSession;
import portico.engine.Home;
import portico.engine.ProviderHost;
import portico.operation.OperationFailure;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.OperationRequest;
import portico.operation.ProviderKind;
import portico.operation.journal.JournalWriter;
import portico.operation.journal.OperationFolder;
import portico.testing.FakeLeftovers;
import portico.testing.Samples;

/** When deletion protection ends an operation before the engine begins. */
class ProtectionTest {
  private static final String MINE = Samples.spec().loadBalancer().name();
  private static final ProtectedBalancer STAYS = new ProtectedBalancer(MINE, false);

  @TempDir private Path folder;
  private Home home;
  private JournalWriter journal;
  private CancelWatch cancel;
  private final FakeLeftovers leftovers = new FakeLeftovers();
  private final List<Map<String, String>> asked = leftovers.askedForProtected;
  private Answer<List<ProtectedBalancer>> found = new Answer.Found<>(List.of(STAYS));

  @BeforeEach
  void open() throws IOException {
    home = new Home(folder.resolve("home"));
    home.create();
    journal =
        JournalWriter.append(
            folder.resolve("events.ndjson"), Clock.fixed(Samples.NOW, ZoneOffset.UTC));
    cancel = new CancelWatch(folder.resolve("cancel"));
  }

  @AfterEach
  void close() throws IOException {
    cancel.close();
    journal.close();
  }

  private void checkpoint(String text) throws IOException {
    Path file = home.stateFolder().resolve(".pulumi/stacks/portico/llama-staging.json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void deployed() throws IOException {
    checkpoint(
        """
        {"version": 3, "checkpoint": {"latest": {"resources": [
          {"urn": "urn:pulumi:llama-staging::portico::aws:lb/loadBalancer:LoadBalancer::lb",
           "type": "aws:lb/loadBalancer:LoadBalancer", "custom": true, "id": "arn"}]}}}
        """);
  }

  private Protection protection(OperationKind kind) {
    OperationRequest request =
        new OperationRequest(
            OperationId.create(Samples.NOW, 1),
            kind,
            Samples.NAME,
            Samples.spec(),
            Samples.PRACTICE,
            ProviderKind.BUNDLED,
            Samples.NOW);
    WorkerParts parts =
        new WorkerParts(
            (_, _) -> {
              throw new AssertionError("no other session");
            },
            (_, _) -> {
              throw new AssertionError("no engine");
            },
            _ -> Long.MAX_VALUE,
            WorkerParts.Limits.standard(),
            Clock.fixed(Samples.NOW, ZoneOffset.UTC));
    Job job = new Job(home, new OperationFolder(folder), request, journal, cancel, parts);
    return new Protection(job, new ProtectedSession());
  }

  private List<OperationFailure> refusal(OperationKind kind) {
    Protection protection = protection(kind);
    return catchThrowableOfType(Stop.class, protection::check).failures();
  }

  private void passes(OperationKind kind) {
    Protection protection = protection(kind);
    assertThatCode(protection::check).doesNotThrowAnyException();
  }

  @Test
  void a_protected_load_balancer_is_not_destroyed() {
    assertThat(refusal(OperationKind.DESTROY))
        .containsExactly(new OperationFailure.DeletionProtected(MINE));
    assertThat(asked)
        .singleElement()
        .satisfies(tags -> assertThat(tags).containsEntry("portico:environment", "llama-staging"));
  }

  @Test
  void without_protection_it_is() {
    found = new Answer.Found<>(List.of());

    passes(OperationKind.DESTROY);
    assertThat(asked).hasSize(1);
  }

  @Test
  void a_change_that_keeps_the_load_balancer_goes_on() throws IOException {
    deployed();

    passes(OperationKind.DEPLOY);
    assertThat(asked).hasSize(1);
  }

  @Test
  void a_change_that_replaces_it_is_refused() throws IOException {
    deployed();
    found = new Answer.Found<>(List.of(STAYS, new ProtectedBalancer("old-name", false)));
    assertThat(refusal(OperationKind.DEPLOY))
        .containsExactly(new OperationFailure.DeletionProtected("old-name"));

    found = new Answer.Found<>(List.of(new ProtectedBalancer(MINE, true)));
    assertThat(refusal(OperationKind.DEPLOY))
        .as("it turns from internal to internet-facing")
        .containsExactly(new OperationFailure.DeletionProtected(MINE));
  }

  @Test
  void a_first_deployment_does_not_ask() {
    found = new Answer.Found<>(List.of(new ProtectedBalancer("old-name", false)));

    passes(OperationKind.DEPLOY);
    assertThat(asked).isEmpty();
  }

  @Test
  void a_state_that_cannot_be_read_may_hold_one() throws IOException {
    checkpoint("{\"version\": 3, \"check");
    found = new Answer.Found<>(List.of(new ProtectedBalancer("old-name", false)));

    assertThat(refusal(OperationKind.DEPLOY))
        .containsExactly(new OperationFailure.DeletionProtected("old-name"));
  }

  @ParameterizedTest
  @EnumSource(
      value = OperationKind.class,
      names = {"PREVIEW", "DESTROY_PREVIEW", "REFRESH"})
  void what_deletes_nothing_does_not_ask(OperationKind kind) throws IOException {
    deployed();

    passes(kind);
    assertThat(asked).isEmpty();
  }

  @Test
  void if_aws_cannot_be_asked_nothing_is_begun() {
    CatalogFailure denied = new CatalogFailure.AccessDenied("DescribeLoadBalancers", "no");
    found = new Answer.Failed<>(denied);

    assertThat(refusal(OperationKind.DESTROY))
        .containsExactly(new OperationFailure.AccountUnusable(denied));
  }

  /** An account whose load balancers are the test's. */
  private final class ProtectedSession implements CloudSession {
    @Override
    public Leftovers leftovers() {
      leftovers.protectedOnes = found;
      return leftovers;
    }

    @Override
    public Catalog catalog() {
      throw new AssertionError("not asked for");
    }

    @Override
    public ExistingResources existing() {
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
