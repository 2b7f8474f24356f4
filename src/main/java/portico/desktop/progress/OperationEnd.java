package portico.desktop.progress;

import java.util.Map;
import java.util.SortedMap;
import portico.operation.Step;
import portico.text.Message;

/** How the operation ended, in words where it did not succeed. */
public sealed interface OperationEnd {
  record Succeeded(SortedMap<String, String> outputs, Map<Step, Integer> changes)
      implements OperationEnd {}

  /**
   * @param details everything known, to be copied into a report
   */
  record Failed(Message message, String details) implements OperationEnd {}

  /** Cancelled by the user, or its worker disappeared. */
  record Stopped(Message message) implements OperationEnd {}
}
