package portico.engine.command;

import com.pulumi.automation.AutomationException;
import com.pulumi.automation.CommandResult;
import com.pulumi.automation.CommandRunOptions;
import com.pulumi.automation.PulumiCommand;
import com.pulumi.automation.Version;
import com.pulumi.automation.events.EngineEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Portico's own way to call the CLI. Other than the automation library's it names the binary by its
 * path, owns the process, and puts {@code --stack} on every call that acts on a stack: without it
 * the CLI acts on the stack selected last, which may be another one.
 */
public final class EngineCommand implements PulumiCommand {
  private static final Set<String> STACK_COMMANDS =
      Set.of("up", "preview", "refresh", "destroy", "cancel");

  private final Settings settings;
  private final EngineProcess process;

  /**
   * How to call it.
   *
   * @param binary absolute path of the CLI
   * @param version such as 3.259.0
   * @param stack the one stack of this command
   * @param environment the whole environment of the CLI; nothing is inherited
   * @param folder the operation's folder, which takes output and events
   * @param shortLimit how long a call may take that reports no events; one that does is watched by
   *     its events
   */
  public record Settings(
      Path binary,
      String version,
      String stack,
      Map<String, String> environment,
      Path folder,
      Duration shortLimit) {
    public Settings {
      environment = Map.copyOf(environment);
    }

    Path log() {
      return folder.resolve("engine.log");
    }

    Path errors() {
      return folder.resolve("engine.err");
    }

    Path events() {
      return folder.resolve("engine-events.ndjson");
    }
  }

  public EngineCommand(Settings settings, EngineProcess process) {
    this.settings = settings;
    this.process = process;
  }

  @Override
  public @Nullable Version version() {
    return Version.parse(settings.version());
  }

  @Override
  public CommandResult run(List<String> args, CommandRunOptions options)
      throws AutomationException {
    if (answeredWithoutCalling(args)) {
      return EngineAnswers.to(args);
    }
    try {
      return call(args, options);
    } catch (IOException notStarted) {
      throw new AutomationException(notStarted);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AutomationException(interrupted);
    }
  }

  /**
   * After an operation the automation library reads outputs and history by three more CLI calls,
   * and before it selects the stack by another. Portico reads the checkpoint itself and names the
   * stack in each call, so these are spared: about a second of each operation.
   */
  private static boolean answeredWithoutCalling(List<String> args) {
    return args.size() >= 2
        && args.getFirst().equals("stack")
        && Set.of("select", "output", "history").contains(args.get(1));
  }

  private CommandResult call(List<String> args, CommandRunOptions options)
      throws IOException, InterruptedException, AutomationException {
    Consumer<EngineEvent> consumer = options.onEngineEvent();
    Path workFolder = options.workingDir();
    Path folder = workFolder == null ? settings.folder() : workFolder;
    Map<String, String> environment = new HashMap<>(settings.environment());
    environment.putAll(options.additionalEnv());
    List<String> command = commandLine(args);
    if (consumer == null) {
      return callAside(command, folder, environment);
    }
    command.addAll(List.of("--event-log", settings.events().toString()));
    environment.put("PULUMI_DEBUG_COMMANDS", "true");
    Files.deleteIfExists(settings.events());
    EventLogTail tail = new EventLogTail(settings.events(), consumer);
    try {
      int exitCode = process.run(command, folder, environment, settings.log(), settings.errors());
      return result(exitCode, settings.log(), settings.errors());
    } finally {
      tail.finish();
    }
  }

  private List<String> commandLine(List<String> args) {
    List<String> command = new ArrayList<>();
    command.add(settings.binary().toString());
    command.addAll(args);
    if (args.contains("--preview-only")) {
      // The automation library adds these for a refresh too, and the engine refuses them together.
      command.removeAll(List.of("--yes", "--skip-preview"));
    }
    command.add("--non-interactive");
    if (STACK_COMMANDS.contains(args.getFirst()) && !args.contains("--stack")) {
      command.add("--stack");
      command.add(settings.stack());
    }
    return command;
  }

  /** A short call whose output belongs to no log. */
  private CommandResult callAside(
      List<String> command, Path folder, Map<String, String> environment)
      throws IOException, InterruptedException, AutomationException {
    Path out = Files.createTempFile(settings.folder(), "call", ".out");
    Path err = Files.createTempFile(settings.folder(), "call", ".err");
    AtomicBoolean tooLate = new AtomicBoolean();
    CompletableFuture<Void> late =
        CompletableFuture.runAsync(
            () -> {
              tooLate.set(true);
              process.kill();
            },
            CompletableFuture.delayedExecutor(
                settings.shortLimit().toMillis(), TimeUnit.MILLISECONDS));
    try {
      int exitCode = process.run(command, folder, environment, out, err);
      if (tooLate.get()) {
        throw new EngineSilent(settings.shortLimit());
      }
      return result(exitCode, out, err);
    } finally {
      late.cancel(false);
      Files.deleteIfExists(out);
      Files.deleteIfExists(err);
    }
  }

  private static CommandResult result(int exitCode, Path out, Path err)
      throws IOException, EngineCallFailed {
    String printed = new String(Files.readAllBytes(out), StandardCharsets.UTF_8);
    String errors = new String(Files.readAllBytes(err), StandardCharsets.UTF_8);
    if (exitCode != 0) {
      throw new EngineCallFailed(exitCode, printed, errors);
    }
    return new CommandResult(exitCode, printed, errors);
  }
}
