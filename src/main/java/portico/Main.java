package portico;

import java.io.IOException;
import java.nio.file.Path;
import portico.cli.Cli;
import portico.cli.ProcessInterrupts;
import portico.cli.Terminal;
import portico.engine.WorkerLauncher;

/** Starts the desktop (no arguments), the command line or a worker. */
public final class Main {
  private Main() {}

  /**
   * Runs Portico.
   *
   * @throws IOException when a worker cannot even read its folder
   */
  public static void main(String[] args) throws IOException {
    if (args.length == 3 && args[0].equals(WorkerLauncher.WORKER_ARGUMENT)) {
      System.exit(WorkerProcess.run(Path.of(args[1]), args[2]));
    }
    System.exit(new Cli(new Wiring(), Terminal.ofProcess(), new ProcessInterrupts()).run(args));
  }
}
