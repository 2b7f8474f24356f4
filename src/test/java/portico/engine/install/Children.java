package portico.engine.install;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Processes that the fakes started, known by the ids they wrote down. */
final class Children {
  private Children() {}

  /** Whether the process ends within ten seconds. */
  static boolean ends(String pid) {
    var process = ProcessHandle.of(Long.parseLong(pid.strip()));
    if (process.isEmpty()) {
      return true;
    }
    try {
      process.get().onExit().get(10, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
