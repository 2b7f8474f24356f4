package portico.operation;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How an operation ended. The truth for display comes from here, never from a summary event. */
public sealed interface Outcome {
  /**
   * All is done.
   *
   * @param outputs the stack's outputs after it, by name
   * @param changes how many resources took each step
   */
  record Succeeded(SortedMap<String, String> outputs, Map<Step, Integer> changes)
      implements Outcome {
    public Succeeded {
      outputs = Collections.unmodifiableSortedMap(new TreeMap<>(outputs));
      changes = Map.copyOf(changes);
    }
  }

  /**
   * Something went wrong.
   *
   * @param failures at least one, the decisive one first
   * @param resources how many resources the state holds afterwards; -1 when unknown
   */
  record Failed(List<OperationFailure> failures, int resources) implements Outcome {
    public Failed {
      failures = List.copyOf(failures);
    }
  }

  /**
   * Stopped on request.
   *
   * @param resources how many resources the state holds afterwards; -1 when unknown
   */
  record Cancelled(int resources) implements Outcome {}
}
