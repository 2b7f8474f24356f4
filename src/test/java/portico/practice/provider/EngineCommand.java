package portico.practice.provider;

import com.pulumi.automation.AutomationException;
import com.pulumi.automation.CommandResult;
import com.pulumi.automation.CommandRunOptions;
import com.pulumi.automation.PulumiCommand;
import com.pulumi.automation.Version;
import com.pulumi.automation.events.internal.EventsServer;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The real engine at a given path, for one stack; every run has a limit. */
final class EngineCommand implements PulumiCommand {
  private static final int LIMIT_SECONDS = 180;

  private final Path pulumi;
  private final String stack;
  private final AtomicReference<Process> running = new AtomicReference<>();

  EngineCommand(Path pulumi, String stack) {
    this.pulumi = pulumi;
    this.stack = stack;
  }

  /** Asks the running command to stop, as Ctrl+C would. */
  void interrupt() {
    Optional.ofNullable(running.get()).ifPresent(Process::destroy);
  }

  @Override
  public Version version() {
    return Version.of(3, 259, 0);
  }

  @Override
  public CommandResult run(List<String> args, CommandRunOptions options)
      throws AutomationException {
    try {
      Server events =
          NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
              .addService(
                  new EventsServer(
                      event ->
                          Optional.ofNullable(options.onEngineEvent())
                              .ifPresent(target -> target.accept(event))))
              .build()
              .start();
      try {
        return run(args, options, events.getPort());
      } finally {
        events.shutdownNow();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AutomationException(e);
    }
  }

  private CommandResult run(List<String> args, CommandRunOptions options, int events)
      throws IOException, InterruptedException, AutomationException {
    List<String> command = new ArrayList<>(List.of(pulumi.toString()));
    command.addAll(args);
    command.add("--non-interactive");
    if (List.of("up", "preview", "refresh", "destroy").contains(args.getFirst())) {
      command.addAll(List.of("--stack", stack, "--event-log", "tcp://127.0.0.1:" + events));
    }
    File out = File.createTempFile("engine", ".out");
    File err = File.createTempFile("engine", ".err");
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out).redirectError(err);
      Optional.ofNullable(options.workingDir())
          .ifPresent(folder -> builder.directory(folder.toFile()));
      builder.environment().putAll(options.additionalEnv());
      builder.environment().put("PULUMI_DEBUG_COMMANDS", "true");
      Process process = builder.start();
      running.set(process);
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AutomationException("no end within " + LIMIT_SECONDS + " s: " + args.getFirst());
      }
      CommandResult result =
          new CommandResult(
              process.exitValue(), Files.readString(out.toPath()), Files.readString(err.toPath()));
      if (result.code() != 0) {
        throw new AutomationException(result.toString());
      }
      return result;
    } finally {
      Files.delete(out.toPath());
      Files.delete(err.toPath());
    }
  }
}
