package portico.engine.install;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Runs one program to its end, with a limit, and ends it together with all it has started when the
 * limit passes or the caller cancels. Output and error output are read as one.
 */
final class BoundedProcess {
  private static final int LINES_KEPT = 40;
  private static final int LONGEST_LINE = 4096;
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final long POLL_MILLIS = 50;

  /** How the program ended. */
  sealed interface End {
    /** By itself. The last lines it wrote, oldest first. */
    record Exited(int code, List<String> lastLines) implements End {}

    /** Stopped at the limit. */
    record TimedOut(List<String> lastLines) implements End {}

    /** Stopped because the caller asked. */
    record Cancelled() implements End {}

    /** The system could not start it. */
    record NotStarted(String detail) implements End {}
  }

  private final Process process;
  private final Consumer<String> listener;
  private final BlockingQueue<Optional<String>> output = new ArrayBlockingQueue<>(1000);
  private final Deque<String> lastLines = new ArrayDeque<>();
  private boolean outputEnded;
  private long exitSeen;

  private BoundedProcess(Process process, Consumer<String> listener) {
    this.process = process;
    this.listener = listener;
  }

  /** Runs the command; {@code lines} hears each line of output on the calling thread. */
  static End run(
      List<String> command,
      Path folder,
      Map<String, String> environment,
      Duration limit,
      Consumer<String> lines,
      BooleanSupplier cancelled) {
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process;
    try {
      process = builder.start();
      process.getOutputStream().close();
    } catch (IOException e) {
      return new End.NotStarted(String.valueOf(e.getMessage()));
    }
    return new BoundedProcess(process, lines).await(limit, cancelled);
  }

  private End await(Duration limit, BooleanSupplier cancelled) {
    Thread reader = Thread.ofPlatform().daemon().name("engine-install-output").start(this::read);
    long end = System.nanoTime() + limit.toNanos();
    try {
      while (process.isAlive() || outputMayCome()) {
        if (cancelled.getAsBoolean()) {
          return new End.Cancelled();
        }
        if (System.nanoTime() - end >= 0) {
          return new End.TimedOut(List.copyOf(lastLines));
        }
        next();
        if (outputEnded) {
          process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
      }
      return new End.Exited(process.exitValue(), List.copyOf(lastLines));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new End.Cancelled();
    } finally {
      killTree();
      reader.interrupt();
    }
  }

  /**
   * True until the output has ended, but not for long: a left-over child can hold the pipe open.
   */
  private boolean outputMayCome() {
    if (exitSeen == 0) {
      exitSeen = System.nanoTime();
    }
    return !outputEnded && System.nanoTime() - exitSeen < GRACE.toNanos();
  }

  private void next() throws InterruptedException {
    if (outputEnded) {
      return;
    }
    Optional<String> line = output.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
    if (line == null) {
      return;
    }
    outputEnded = line.isEmpty();
    line.ifPresent(
        text -> {
          if (lastLines.size() == LINES_KEPT) {
            lastLines.removeFirst();
          }
          lastLines.addLast(text);
          listener.accept(text);
        });
  }

  private void read() {
    try (BufferedReader reader = process.inputReader()) {
      Optional<String> line = line(reader);
      while (line.isPresent()) {
        output.put(line);
        line = line(reader);
      }
      output.put(Optional.empty());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // The pipe of a process that was ended; whoever still waits hears the end.
      var _ = output.offer(Optional.empty());
    }
  }

  /** The next line, cut at its longest so that no output can fill the memory; empty at the end. */
  private static Optional<String> line(Reader reader) throws IOException {
    var text = new StringBuilder();
    int read = reader.read();
    if (read < 0) {
      return Optional.empty();
    }
    while (read >= 0 && read != '\n' && text.length() < LONGEST_LINE) {
      if (read != '\r') {
        text.append((char) read);
      }
      read = reader.read();
    }
    return Optional.of(Redaction.of(text.toString()));
  }

  /** Ends the process and its descendants, known by their ids before the first of them ends. */
  private void killTree() {
    List<ProcessHandle> tree = process.descendants().toList();
    if (process.isAlive()) {
      process.destroy();
    }
    tree.forEach(ProcessHandle::destroyForcibly);
    try {
      if (process.isAlive() && !process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
