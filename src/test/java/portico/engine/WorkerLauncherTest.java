package portico.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import portico.operation.journal.OperationFolder;

class WorkerLauncherTest {
  private static final int NICENESS = 16;

  @TempDir Path home;

  /** Stands in for a worker: prints its arguments, process id and niceness. */
  static final class Printing {
    public static void main(String[] arguments) throws IOException {
      System.out.println(String.join(" ", arguments));
      String stat = Files.readString(Path.of("/proc/self/stat"));
      System.out.println(stat.substring(0, stat.indexOf(' ')));
      // proc_pid_stat(5): the second field, in brackets, may hold spaces.
      System.out.println(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[NICENESS]);
    }
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "reads /proc")
  void a_worker_leaves_the_processors_to_the_window_and_is_the_process_that_was_started()
      throws Exception {
    OperationFolder folder =
        new OperationFolder(Files.createDirectories(home.resolve("20260101-000000-000-abcd")));
    Process worker =
        new WorkerLauncher(
                home, System.getProperty("java.class.path"), Printing.class.getName(), Map.of())
            .start(folder);

    assertThat(worker.waitFor(30, TimeUnit.SECONDS)).isTrue();

    List<String> lines = Files.readAllLines(folder.workerLog());
    int own = niceness();
    assertThat(lines)
        .containsExactly(
            "worker " + home + " " + folder.id().value(),
            String.valueOf(worker.pid()),
            // 19 is the most there is.
            String.valueOf(Math.min(19, own + 10)));
  }

  private static int niceness() throws IOException {
    String stat = Files.readString(Path.of("/proc/self/stat"));
    return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[NICENESS]);
  }
}
