package portico.operation;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import portico.catalog.CatalogFailure;
import portico.model.Violation;

/** Why an operation did not succeed. Facts only; {@code portico.text} has the words. */
public sealed interface OperationFailure {
  /** The spec breaks rules; nothing was contacted. */
  record InvalidSpec(List<Violation> violations) implements OperationFailure {
    public InvalidSpec {
      violations = List.copyOf(violations);
    }
  }

  /** There is no environment of that name. */
  record NoSuchEnvironment(String name) implements OperationFailure {}

  /** Another operation works on the environment. */
  record EnvironmentBusy(OptionalLong pid, Optional<Instant> since, Optional<String> host)
      implements OperationFailure {}

  /** Too little space to be sure that the state can be written; nothing was started. */
  record DiskFull(String folder, long freeBytes, long neededBytes) implements OperationFailure {}

  record NotWritable(String folder, String detail) implements OperationFailure {
    /** In the system's words; {@code refused} came of writing in {@code folder}. */
    public static NotWritable of(Path folder, IOException refused) {
      return switch (refused) {
        case FileAlreadyExistsException file ->
            new NotWritable(file.getFile(), "it is a file and should be a folder");
        case AccessDeniedException denied ->
            new NotWritable(folder.toString(), "permission denied");
        case FileSystemException other when other.getReason() != null ->
            new NotWritable(folder.toString(), other.getReason());
        case IOException other ->
            new NotWritable(folder.toString(), String.valueOf(other.getMessage()));
      };
    }
  }

  record EngineUnavailable(EngineFailure failure) implements OperationFailure {}

  /** The account could not be used; nothing was changed. */
  record AccountUnusable(CatalogFailure failure) implements OperationFailure {}

  /**
   * The engine destroyed all it knew, but AWS could not be asked for what an interrupted run may
   * have left.
   */
  record LeftoversUnknown(CatalogFailure failure) implements OperationFailure {}

  /** The engine could not get the official plugin. */
  record ProviderMissing(String detail) implements OperationFailure {}

  /**
   * AWS or the provider refused a resource.
   *
   * @param message the provider's own words
   */
  record ResourceRefused(ResourceRef resource, Step step, String message)
      implements OperationFailure {}

  /**
   * AWS protects the load balancer against deletion, and the operation would have to delete it;
   * nothing was changed.
   */
  record DeletionProtected(String loadBalancer) implements OperationFailure {}

  /** Nothing was heard from the engine for that long; it was stopped. */
  record Stalled(long silentSeconds) implements OperationFailure {}

  /** The worker or the engine was killed from outside; {@code what} names which. */
  record Interrupted(String what) implements OperationFailure {}

  /**
   * The state file could not be read; {@code restored} tells whether a verified copy took its
   * place.
   */
  record StateDamaged(String file, boolean restored) implements OperationFailure {}

  /** The worker process did not start. */
  record WorkerFailed(String detail) implements OperationFailure {}

  /** What the engine said, when it is none of the above. */
  record EngineError(int exitCode, String message) implements OperationFailure {}
}
