package portico;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import portico.engine.Home;
import portico.engine.InstalledEngines;
import portico.engine.worker.WorkerMain;
import portico.engine.worker.WorkerParts;
import portico.operation.OperationId;
import portico.operation.journal.OperationFolder;

/** What the worker process is made of. */
final class WorkerProcess {
  private WorkerProcess() {}

  /** Does the operation with that id in the home folder; the exit code of the process. */
  static int run(Path root, String operation) throws IOException {
    Home home = new Home(root);
    Map<String, String> environment = System.getenv();
    try (LocalPractice practice = new LocalPractice(home)) {
      WorkerParts parts =
          new WorkerParts(
              (account, region) -> new WorkerSession(account, region, practice, environment),
              InstalledEngines.of(home, environment),
              folder -> folder.toFile().getUsableSpace(),
              new Settings(home).limits(),
              Clock.systemUTC());
      OperationFolder folder = new OperationFolder(home.operation(new OperationId(operation)));
      return new WorkerMain(home, folder, parts).run();
    }
  }
}
