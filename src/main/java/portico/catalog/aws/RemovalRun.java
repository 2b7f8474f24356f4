package portico.catalog.aws;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import portico.catalog.OwnedResource;
import portico.catalog.Removal;
import portico.catalog.Removal.Kept;
import portico.catalog.Removal.Reason;
import portico.catalog.RemovalControl;
import portico.catalog.RemovalTerms;

/** One removal: each kind in its turn, trying again what is still in use until the time is over. */
final class RemovalRun {
  private final Deletion deletion;
  private final Duration pause;
  private final RemovalControl control;
  private final Removal.Listener listener;
  private final long end;
  private final List<OwnedResource> removed = new ArrayList<>();
  private final List<Kept> kept = new ArrayList<>();

  RemovalRun(
      AwsClients clients,
      Duration pause,
      RemovalTerms terms,
      RemovalControl control,
      Removal.Listener listener) {
    this.deletion = new Deletion(clients, terms.withLogs());
    this.pause = pause;
    this.control = control;
    this.listener = listener;
    this.end = System.nanoTime() + terms.limit().toNanos();
  }

  Removal of(List<OwnedResource> resources) {
    for (OwnedResource.Kind kind : OwnedResource.Kind.values()) {
      all(resources.stream().distinct().filter(resource -> resource.kind() == kind).toList());
    }
    return new Removal(removed, kept);
  }

  /** All of one kind together, so that their waits pass side by side. */
  private void all(List<OwnedResource> resources) {
    Map<OwnedResource, Reason> waiting = new LinkedHashMap<>();
    resources.forEach(resource -> waiting.put(resource, new Reason.OutOfTime()));
    boolean goOn = true;
    while (!waiting.isEmpty() && goOn) {
      for (OwnedResource resource : List.copyOf(waiting.keySet())) {
        tryOnce(resource, waiting);
      }
      goOn = waiting.isEmpty() || rested();
    }
    waiting.forEach((resource, reason) -> kept.add(new Kept(resource, atTheEnd(reason))));
  }

  private Reason atTheEnd(Reason reason) {
    return control.stopped() && reason instanceof Reason.OutOfTime ? new Reason.Stopped() : reason;
  }

  private void tryOnce(OwnedResource resource, Map<OwnedResource, Reason> waiting) {
    if (System.nanoTime() >= end || control.stopped()) {
      return;
    }
    switch (deletion.of(resource)) {
      case Deletion.Step.Gone() -> {
        waiting.remove(resource);
        removed.add(resource);
        listener.removed(resource);
      }
      case Deletion.Step.Waiting(Reason reason) -> waiting.put(resource, reason);
      case Deletion.Step.Refused(Reason reason) -> {
        waiting.remove(resource);
        kept.add(new Kept(resource, reason));
      }
    }
  }

  /** Waits for the next try; false when there will be none. */
  private boolean rested() {
    return System.nanoTime() + pause.toNanos() < end && control.rest(pause);
  }
}
