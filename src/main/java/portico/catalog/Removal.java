package portico.catalog;

import java.util.List;

/**
 * What came of a removal.
 *
 * @param removed gone for certain, in the order of removal
 * @param kept still there, as far as known
 */
public record Removal(List<OwnedResource> removed, List<Kept> kept) {
  public Removal {
    removed = List.copyOf(removed);
    kept = List.copyOf(kept);
  }

  /** Is told what happens as it happens, on the thread of the removal. */
  public interface Listener {
    /** Gone for certain. */
    void removed(OwnedResource resource);
  }

  /** A resource that is still there, and why. */
  public record Kept(OwnedResource resource, Reason reason) {}

  /** Why a resource is still there. */
  public sealed interface Reason {
    /** AWS refused, or could not be asked. */
    record Refused(CatalogFailure failure) implements Reason {}

    /** Something still used it when the time was over; {@code detail} is AWS's own message. */
    record StillInUse(String detail) implements Reason {}

    /**
     * The time was over, or the removal was interrupted, before its turn or before it was seen
     * gone.
     */
    record OutOfTime() implements Reason {}

    /** The removal was stopped before its turn or before it was seen gone. */
    record Stopped() implements Reason {}

    /** A bucket with objects, which were not to go. */
    record HoldsLogs() implements Reason {}

    /** It belongs to a load balancer that AWS protects against deletion. */
    record DeletionProtected(String balancer) implements Reason {}

    /** The home folder has come to know the environment since: a destroy removes it. */
    record EnvironmentKnown(String environment) implements Reason {}
  }

  /** Whether nothing is left. */
  public boolean isComplete() {
    return kept.isEmpty();
  }
}
