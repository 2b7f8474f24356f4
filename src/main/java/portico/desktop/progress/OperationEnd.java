package portico.desktop.progress;

import java.util.Map;
import java.util.SortedMap;
import portico.operation.Step;
import portico.text.Message;

/** How the operation ended, in words where it did not succeed. */
public sealed interface OperationEnd {
  record Succeeded(SortedMap<String, String> outputs, Map<Step, Integer> changes)
      implements OperationEnd {
    /** Whether any resource was, or in a preview would be, other than it was. */
    boolean changed() {
      return changes.entrySet().stream()
          .anyMatch(each -> each.getKey().changes() && each.getValue() > 0);
    }
  }

  /**
   * @param details everything known, to be copied into a report
   */
  record Failed(Message message, String details) implements OperationEnd {}

  /** Cancelled by the user, or its worker disappeared. */
  record Stopped(Message message) implements OperationEnd {}
}
