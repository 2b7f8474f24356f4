package portico;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import portico.cli.Cli;
import portico.cli.ProcessInterrupts;
import portico.cli.Terminal;
import portico.desktop.DesktopLauncher;
import portico.desktop.wizard.WizardScreen;
import portico.engine.WorkerLauncher;
import portico.text.Words;

/** Starts the desktop (no arguments, or only a home folder), the command line or a worker. */
public final class Main {
  private static final int NOT_POSSIBLE = 2;

  private Main() {}

  /**
   * Runs Portico.
   *
   * @throws IOException when a worker cannot even read its folder
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length == 3 && args[0].equals(WorkerLauncher.WORKER_ARGUMENT)) {
      System.exit(WorkerProcess.run(Path.of(args[1]), args[2]));
    }
    Optional<Path> desktopHome = desktopHome(args);
    System.exit(
        desktopHome.isPresent()
            ? desktop(desktopHome.get())
            : new Cli(new Wiring(), Terminal.ofProcess(), new ProcessInterrupts()).run(args));
  }

  private static Optional<Path> desktopHome(String[] args) {
    if (args.length == 0) {
      return Optional.of(Wiring.defaultHome(System.getenv()));
    }
    return args.length == 2 && args[0].equals("--home")
        ? Optional.of(Path.of(args[1]))
        : Optional.empty();
  }

  private static int desktop(Path home) throws InterruptedException {
    Words words = Words.core();
    try {
      return switch (DesktopLauncher.launch(new Wiring(), home, WizardScreen::new)) {
        case CLOSED -> 0;
        case NO_DISPLAY -> {
          System.err.println(words.get("desktop.no-display"));
          yield NOT_POSSIBLE;
        }
      };
    } catch (UncheckedIOException refused) {
      System.err.println(words.get("desktop.no-home", home, String.valueOf(refused.getCause())));
      return NOT_POSSIBLE;
    }
  }
}
