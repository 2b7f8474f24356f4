package portico;

import java.io.IOException;
import java.nio.file.Path;
import portico.engine.WorkerLauncher;

/** Starts the desktop (no arguments), the command line or a worker. */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws IOException {
    if (args.length == 3 && args[0].equals(WorkerLauncher.WORKER_ARGUMENT)) {
      System.exit(WorkerProcess.run(Path.of(args[1]), args[2]));
    }
    System.exit(2);
  }
}
