package portico.operation.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.catalog.CallerIdentity;
import portico.catalog.CatalogFailure;
import portico.catalog.CloudAccount;
import portico.model.EnvironmentName;
import portico.model.SpecDefaults;
import portico.operation.EngineFailure;
import portico.operation.InstallEvent;
import portico.operation.OperationEvent;
import portico.operation.OperationFailure;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.OperationRequest;
import portico.operation.OperationResult;
import portico.operation.Outcome;
import portico.operation.Phase;
import portico.operation.ProviderKind;
import portico.operation.ResourceRef;
import portico.operation.Step;

class JournalTest {
  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00.123Z");
  private static final ResourceRef RESOURCE =
      ResourceRef.ofUrn(
          "urn:pulumi:demo::portico::aws:lb/loadBalancer:LoadBalancer::ai-inference-lb");

  @TempDir Path folder;

  @Test
  void events_come_back_as_they_were_written() throws Exception {
    Path file = folder.resolve("events.ndjson");
    List<OperationEvent> events =
        List.of(
            new OperationEvent.PhaseStarted(NOW, Phase.RUNNING),
            new OperationEvent.EngineInstall(
                NOW, new InstallEvent.Downloading(5, OptionalLong.of(10))),
            new OperationEvent.ResourceStarted(NOW, RESOURCE, Step.UPDATE, List.of("port")),
            new OperationEvent.Diagnostic(
                NOW, OperationEvent.Severity.ERROR, Optional.of(RESOURCE), "line\nline"),
            new OperationEvent.CallerKnown(
                NOW, new CallerIdentity("123456789012", "arn:aws:iam::123456789012:user/a", "AID")),
            new OperationEvent.CancelRequested(NOW, 2));
    try (JournalWriter writer = JournalWriter.append(file, Clock.fixed(NOW, ZoneOffset.UTC))) {
      events.forEach(event -> writer.write(at -> event));
    }
    assertThat(new JournalReader(file).more()).isEqualTo(events);
  }

  @Test
  void a_reader_waits_for_the_rest_of_a_half_written_line() throws Exception {
    Path file = folder.resolve("events.ndjson");
    String line = "{\"type\":\"Repaired\",\"at\":\"2026-11-23T15:00:00Z\",\"text\":\"x\"}\n";
    Files.writeString(file, line.substring(0, 20));
    JournalReader reader = new JournalReader(file);
    assertThat(reader.more()).isEmpty();
    Files.writeString(file, line.substring(20), StandardOpenOption.APPEND);
    assertThat(reader.more())
        .containsExactly(new OperationEvent.Repaired(Instant.parse("2026-11-23T15:00:00Z"), "x"));
    assertThat(reader.more()).isEmpty();
  }

  @Test
  void a_line_that_is_not_understood_is_passed_over() throws Exception {
    Path file = folder.resolve("events.ndjson");
    Files.writeString(
        file,
        """
        {"type":"FromTheFuture","at":"2026-11-23T15:00:00Z"}
        not json
        {"type":"Repaired","at":"2026-11-23T15:00:00Z","text":"x"}
        """);
    assertThat(new JournalReader(file).more()).hasSize(1);
  }

  @Test
  void a_missing_journal_is_an_empty_one() {
    assertThat(new JournalReader(folder.resolve("absent")).more()).isEmpty();
  }

  @Test
  void request_and_result_come_back_as_they_were_written() throws Exception {
    OperationFolder operation = new OperationFolder(folder);
    OperationId id = OperationId.create(NOW, 7);
    OperationRequest request =
        new OperationRequest(
            id,
            OperationKind.DEPLOY,
            new EnvironmentName("demo"),
            SpecDefaults.smallest(
                "us-west-2", "vpc-12345678", List.of("subnet-12345678"), List.of("10.0.0.0/8")),
            new CloudAccount.Endpoint(URI.create("http://127.0.0.1:5000"), Optional.of("dev")),
            ProviderKind.BUNDLED,
            NOW);
    operation.writeRequest(request);
    assertThat(operation.request()).contains(request);

    OperationResult failed =
        new OperationResult(
            id,
            NOW,
            NOW,
            new Outcome.Failed(
                List.of(
                    new OperationFailure.EngineUnavailable(
                        new EngineFailure.NoWayToInstall(
                            List.of(
                                new EngineFailure.BuildTooSlow(Duration.ofMinutes(3), List.of("x")),
                                new EngineFailure.NotRunnable(Path.of("/x"), "y")))),
                    new OperationFailure.AccountUnusable(
                        new CatalogFailure.NoCredentials(Optional.empty(), "none")),
                    new OperationFailure.EnvironmentBusy(
                        OptionalLong.of(1), Optional.of(NOW), Optional.empty())),
                3));
    operation.writeResult(failed);
    assertThat(operation.result()).contains(failed);

    OperationResult succeeded =
        new OperationResult(
            id,
            NOW,
            NOW,
            new Outcome.Succeeded(
                new TreeMap<>(Map.of("load_balancer_dns_name", "x")), Map.of(Step.CREATE, 4)));
    operation.writeResult(succeeded);
    assertThat(operation.result()).contains(succeeded);
  }

  @Test
  void what_is_not_there_or_damaged_reads_as_empty() throws Exception {
    OperationFolder operation = new OperationFolder(folder);
    assertThat(operation.request()).isEmpty();
    Files.writeString(folder.resolve("result.json"), "{");
    assertThat(operation.result()).isEmpty();
  }
}
