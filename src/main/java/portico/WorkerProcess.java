package portico;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import portico.cli.Cli;
import portico.cli.ProcessInterrupts;
import portico.cli.Terminal;
import portico.engine.Home;
import portico.engine.InstalledEngines;
import portico.engine.SharedClasses;
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
    int code = run(home, operation, environment);
    if (SharedClasses.wanted()) {
      learnCommandLine();
      new SharedClasses(root, System.getProperty("java.class.path")).write();
    }
    return code;
  }

  /** Its classes are to be among those that later processes share. */
  private static void learnCommandLine() {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
    Terminal terminal = new Terminal(nowhere, nowhere, Reader.nullReader(), false, Map.of());
    int _ = new Cli(new Wiring(), terminal, new ProcessInterrupts()).run("deploy", "--help");
  }

  private static int run(Home home, String operation, Map<String, String> environment)
      throws IOException {
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
