package portico.engine.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The CLI process now running, if any, so that it can be stopped from another thread. Thread-safe.
 *
 * <p>Its output goes to a file: a CLI whose output pipe breaks, as when the worker is killed, dies
 * at once and leaves its lock, while one that writes to a file notices the lost worker, saves its
 * checkpoint and releases the lock.
 */
public final class EngineProcess {
  private static final Duration DEATH = Duration.ofSeconds(5);

  /** What the CLI has for its own way to end at once, which releases its lock. */
  private static final Duration LAST_GRACE = Duration.ofSeconds(2);

  private Optional<Process> running = Optional.empty();
  private int stopsAsked;

  /**
   * Runs a command to its end.
   *
   * @return its exit code
   * @throws IOException when it cannot be started
   */
  int run(List<String> command, Path folder, Map<String, String> environment, Path out, Path err)
      throws IOException, InterruptedException {
    Process process = start(command, folder, environment, out, err);
    try {
      return process.waitFor();
    } catch (InterruptedException interrupted) {
      end(process);
      throw interrupted;
    } finally {
      over();
    }
  }

  private synchronized Process start(
      List<String> command, Path folder, Map<String, String> environment, Path out, Path err)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(nothing().toFile()))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    running = Optional.of(process);
    if (stopsAsked > 0) {
      process.destroy();
    }
    return process;
  }

  private static Path nothing() {
    return Path.of(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
  }

  private synchronized void over() {
    running = Optional.empty();
  }

  /**
   * Asks the process to stop, and any started later. The first time gracefully: the CLI finishes
   * the calls in flight and saves its state. The second time at once; what was in flight stays
   * unknown.
   */
  public void stop() {
    Optional<Process> stopping = ask();
    if (stopping.isPresent() && stopsAsked() > 1) {
      endSoon(stopping.get());
    }
  }

  private synchronized Optional<Process> ask() {
    stopsAsked++;
    running.ifPresent(Process::destroy);
    return running;
  }

  private static void endSoon(Process process) {
    try {
      if (!process.waitFor(LAST_GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        end(process);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      end(process);
    }
  }

  /** How often {@link #stop} was called. */
  public synchronized int stopsAsked() {
    return stopsAsked;
  }

  /** Ends the process and its plugins without asking. */
  public synchronized void kill() {
    running.ifPresent(EngineProcess::end);
  }

  private static void end(Process process) {
    List<ProcessHandle> plugins = process.descendants().toList();
    process.destroyForcibly();
    plugins.forEach(ProcessHandle::destroyForcibly);
    try {
      process.waitFor(DEATH.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
