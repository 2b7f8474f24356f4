package portico.practice.provider;

import java.util.List;
import java.util.Optional;

/**
 * Creates, reads, updates and deletes resources of any kind. Whatever goes wrong once a thing
 * exists is reported together with its id, so that the engine keeps it in its state.
 */
final class ResourceWork {
  /**
   * A resource after an operation.
   *
   * @param problems why it cannot be used although it exists; empty when all is well
   */
  record Result(String id, PropertyMap state, List<String> problems) {}

  private ResourceWork() {}

  static Result create(ResourceKind kind, PropertyMap inputs, Call call) {
    if (call.cancellation().isCancelled()) {
      throw new Refusal(Refusal.Why.CANCELLED, "stopped before anything was made");
    }
    String id = kind.allocate(inputs, call);
    try {
      kind.prepare(id, inputs, call);
      kind.converge(id, inputs, call);
      return result(kind, settledSnapshot(kind, id, inputs, call), inputs);
    } catch (CallFailed | Refusal e) {
      return unfinished(kind, id, inputs, message(e), call);
    }
  }

  static Result update(ResourceKind kind, String id, PropertyMap inputs, Call call) {
    if (call.cancellation().isCancelled()) {
      throw new Refusal(Refusal.Why.CANCELLED, "stopped before anything was changed");
    }
    try {
      kind.converge(id, inputs, call);
      return result(kind, settledSnapshot(kind, id, inputs, call), inputs);
    } catch (CallFailed | Refusal e) {
      return unfinished(kind, id, inputs, message(e), call);
    }
  }

  /** Empty when it is no longer there. */
  static Optional<Result> read(ResourceKind kind, String id, PropertyMap earlier, Call call) {
    return kind.read(id, earlier, call).map(snapshot -> result(kind, snapshot, earlier));
  }

  static void delete(ResourceKind kind, String id, PropertyMap state, Call call) {
    if (!call.adoptions().contains(id)) {
      kind.delete(id, state, call);
    }
  }

  private static Result result(
      ResourceKind kind, ResourceKind.Snapshot snapshot, PropertyMap earlier) {
    return new Result(
        snapshot.id(),
        kind.schema().settled(earlier, snapshot.state()),
        snapshot.problem().map(List::of).orElse(List.of()));
  }

  /** AWS may not show at once what it has just made. */
  private static ResourceKind.Snapshot settledSnapshot(
      ResourceKind kind, String id, PropertyMap inputs, Call call) {
    return call.patience()
        .until(
            id + " to be found",
            call.timing().visibilityLimit(),
            () -> kind.read(id, inputs, call),
            () -> "AWS does not know it");
  }

  private static Result unfinished(
      ResourceKind kind, String id, PropertyMap inputs, String problem, Call call) {
    PropertyMap state;
    try {
      state =
          kind.read(id, inputs, call)
              .map(snapshot -> kind.schema().settled(inputs, snapshot.state()))
              .orElse(inputs);
    } catch (CallFailed | Refusal _) {
      // The first problem is the one to tell; the inputs stand in for a state that cannot be read.
      state = inputs;
    }
    return new Result(id, state.without(Checker.DEFAULTS), List.of(problem));
  }

  private static String message(RuntimeException e) {
    return Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
  }
}
