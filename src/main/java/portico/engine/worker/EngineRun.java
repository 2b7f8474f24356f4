package portico.engine.worker;

import com.pulumi.automation.AutomationException;
import com.pulumi.automation.DestroyOptions;
import com.pulumi.automation.PreviewOptions;
import com.pulumi.automation.RefreshOptions;
import com.pulumi.automation.UpOptions;
import com.pulumi.automation.WorkspaceStack;
import com.pulumi.automation.events.EngineEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import portico.engine.command.EngineProcess;
import portico.operation.OperationEvent;
import portico.operation.OperationFailure;
import portico.operation.OperationKind;

/** Runs the engine on an open stack under a watchdog, and turns what it says into journal lines. */
final class EngineRun {
  private static final int PARALLEL = 10;

  private final Job job;
  private final WorkspaceStack stack;
  private final EngineProcess process;
  private final Keys keys;
  private final CopyPace pace = new CopyPace(System::nanoTime);

  EngineRun(Job job, WorkspaceStack stack, EngineProcess process, Keys keys) {
    this.job = job;
    this.stack = stack;
    this.process = process;
    this.keys = keys;
  }

  /** One call of the engine that can be followed. */
  private interface Call {
    void run(Consumer<EngineEvent> events) throws AutomationException;
  }

  /**
   * Does what the request asks for.
   *
   * @return what was seen, for the result
   * @throws Stop with the engine's failures
   */
  EngineEventMapper operation() throws Stop {
    return switch (job.request().kind()) {
      case PREVIEW ->
          follow(
              events ->
                  stack.preview(
                      PreviewOptions.builder().parallel(PARALLEL).onEvent(events).build()));
      case DEPLOY ->
          follow(
              events -> stack.up(UpOptions.builder().parallel(PARALLEL).onEvent(events).build()));
      case DESTROY_PREVIEW ->
          follow(
              events ->
                  stack.destroy(
                      DestroyOptions.builder().previewOnly(true).onEvent(events).build()));
      case DESTROY ->
          follow(
              events ->
                  stack.destroy(
                      DestroyOptions.builder().parallel(PARALLEL).onEvent(events).build()));
      case REFRESH_PREVIEW ->
          follow(
              events ->
                  stack.refresh(
                      RefreshOptions.builder()
                          .parallel(PARALLEL)
                          .previewOnly(true)
                          .onEvent(events)
                          .build()));
      case REFRESH ->
          follow(
              events ->
                  stack.refresh(
                      RefreshOptions.builder().parallel(PARALLEL).onEvent(events).build()));
    };
  }

  /** Reads every resource again; creates without a known end are forgotten. */
  EngineEventMapper settle() throws Stop {
    return follow(
        events ->
            stack.refresh(
                RefreshOptions.builder()
                    .parallel(PARALLEL)
                    .clearPendingCreates(true)
                    .onEvent(events)
                    .build()));
  }

  private EngineEventMapper follow(Call call) throws Stop {
    EngineEventMapper mapper = new EngineEventMapper(keys::hidden);
    WorkerParts.Limits limits = job.parts().limits();
    try (Watchdog watchdog = new Watchdog(limits.firstSign(), process::kill)) {
      try {
        call.run(
            event -> {
              watchdog.sign(event.resourcePreEvent() == null ? watchdog.limit() : limits.silence());
              write(mapper.map(event));
            });
        return mapper;
      } catch (AutomationException failed) {
        if (watchdog.barked()) {
          throw new Stop(new OperationFailure.Stalled(watchdog.limit().toSeconds()));
        }
        throw new Stop(EngineFailures.of(failed, mapper));
      }
    }
  }

  private void write(List<Function<Instant, OperationEvent>> events) {
    for (Function<Instant, OperationEvent> event : events) {
      tell(event);
      if (event.apply(Instant.EPOCH) instanceof OperationEvent.ResourceFinished
          && job.request().kind().changesState()
          && job.request().kind() != OperationKind.REFRESH) {
        pace.step(this::keepCopy);
      }
    }
  }

  /** A full disk must not end the reading of events: the engine is still at work. */
  private void tell(Function<Instant, OperationEvent> event) {
    try {
      job.journal().write(event);
    } catch (UncheckedIOException full) {
      return;
    }
  }

  /** Along the way: should the disk fill up now, this is what is gone back to. */
  private void keepCopy() {
    Path file = job.stacks().checkpointFile(job.request().environment());
    try {
      if (Files.exists(file)) {
        job.copies().keep(file);
      }
    } catch (IOException full) {
      // The copies that are there stay; the state itself is verified at the end.
      return;
    }
  }
}
