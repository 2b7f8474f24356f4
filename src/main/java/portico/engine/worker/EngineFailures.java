package portico.engine.worker;

import com.pulumi.automation.AutomationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import portico.engine.command.EngineCallFailed;
import portico.engine.command.EngineSilent;
import portico.operation.OperationFailure;
import portico.operation.ResourceRef;
import portico.operation.Step;

/**
 * The one place where the engine's words become failures. Its English is matched as last resort.
 */
final class EngineFailures {
  private static final Pattern LOCKED = Pattern.compile("the stack is currently locked by");
  private static final Pattern NO_SPACE =
      Pattern.compile("no space left on device", Pattern.CASE_INSENSITIVE);
  private static final Pattern NO_PLUGIN =
      Pattern.compile(
          "could not (?:automatically )?(?:download|install)|no resource plugin|"
              + "failed to (?:download|install|load|locate).*plugin|plugin .* not found",
          Pattern.CASE_INSENSITIVE);
  private static final int LONGEST_DETAIL = 2000;

  private EngineFailures() {}

  static List<OperationFailure> of(AutomationException failed, EngineEventMapper seen) {
    if (failed instanceof EngineSilent silent) {
      return List.of(new OperationFailure.Stalled(silent.limit().toSeconds()));
    }
    List<OperationFailure> failures = new ArrayList<>(refusedResources(seen));
    String text = seen.hidden(text(failed, seen));
    int exitCode = failed instanceof EngineCallFailed call ? call.exitCode() : -1;
    if (NO_PLUGIN.matcher(text).find()) {
      return List.of(new OperationFailure.ProviderMissing(shortened(text)));
    }
    if (LOCKED.matcher(text).find()) {
      return List.of(
          new OperationFailure.EnvironmentBusy(
              OptionalLong.empty(), Optional.empty(), Optional.empty()));
    }
    if (NO_SPACE.matcher(text + printed(failed)).find()) {
      failures.addFirst(new OperationFailure.EngineError(exitCode, shortened(text)));
    } else if (exitCode >= 128) {
      failures.addFirst(
          new OperationFailure.Interrupted("the engine process (signal " + (exitCode - 128) + ")"));
    } else if (failures.isEmpty()) {
      failures.add(new OperationFailure.EngineError(exitCode, shortened(text)));
    }
    return failures;
  }

  private static List<OperationFailure> refusedResources(EngineEventMapper seen) {
    List<OperationFailure> failures = new ArrayList<>();
    for (Map.Entry<ResourceRef, Step> failed : seen.failedResources().entrySet()) {
      String why =
          seen.errors().stream()
              .filter(error -> error.resource().equals(Optional.of(failed.getKey())))
              .map(EngineEventMapper.Diagnosis::text)
              .distinct()
              .collect(Collectors.joining(" "));
      failures.add(
          new OperationFailure.ResourceRefused(failed.getKey(), failed.getValue(), shortened(why)));
    }
    return failures;
  }

  /**
   * What was said as an event; else what was printed as an error, which repeats it; else the end.
   */
  private static String text(AutomationException failed, EngineEventMapper seen) {
    if (!seen.errors().isEmpty()) {
      return seen.errors().stream()
          .map(EngineEventMapper.Diagnosis::text)
          .distinct()
          .collect(Collectors.joining("\n"));
    }
    if (!(failed instanceof EngineCallFailed call)) {
      return String.valueOf(failed.getCause() == null ? failed.getMessage() : failed.getCause());
    }
    String printed = call.err() + "\n" + call.out();
    String errors =
        printed
            .lines()
            .map(EngineEventMapper::plain)
            .filter(line -> line.contains("error:") || line.contains("locked by"))
            .distinct()
            .collect(Collectors.joining("\n"));
    return errors.isEmpty() ? tail(printed) : errors;
  }

  private static String printed(AutomationException failed) {
    return failed instanceof EngineCallFailed call ? call.err() + call.out() : "";
  }

  private static String tail(String text) {
    String stripped = text.strip();
    return stripped.substring(Math.max(0, stripped.length() - LONGEST_DETAIL));
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL) + " ...";
  }
}
