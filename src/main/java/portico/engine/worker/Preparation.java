package portico.engine.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import portico.engine.state.Checkpoint;
import portico.engine.state.EnvironmentFile;
import portico.model.SpecRules;
import portico.model.Violation;
import portico.operation.OperationEvent;
import portico.operation.OperationFailure;
import portico.operation.OperationKind;
import portico.operation.Phase;

/** Checks everything that must be right before the engine is started. */
final class Preparation {
  private final Job job;

  Preparation(Job job) {
    this.job = job;
  }

  /**
   * Checks folders, free space and the state file, and keeps a copy of it. Where the state file is
   * damaged, a verified copy takes its place.
   */
  void run() throws Stop {
    job.journal().write(at -> new OperationEvent.PhaseStarted(at, Phase.PREPARING));
    checkSpec();
    for (Path folder : folders()) {
      checkWritable(folder);
      checkSpace(folder);
    }
    checkState();
  }

  /** All that the engine writes to; each may lie on a volume of its own. */
  private List<Path> folders() {
    return List.of(
        job.home().root(),
        job.stateFolder(),
        job.workFolder(),
        job.home().pulumiHome(),
        Path.of(System.getProperty("java.io.tmpdir")));
  }

  private void checkSpec() throws Stop {
    if (job.request().kind() == OperationKind.DEPLOY
        || job.request().kind() == OperationKind.PREVIEW) {
      List<Violation> violations = SpecRules.check(job.request().spec());
      if (!violations.isEmpty()) {
        throw new Stop(new OperationFailure.InvalidSpec(violations));
      }
    }
  }

  private static void checkWritable(Path folder) throws Stop {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, "probe", ""));
    } catch (IOException refused) {
      throw new Stop(OperationFailure.NotWritable.of(folder, refused));
    }
  }

  private void checkSpace(Path folder) throws Stop {
    long free = job.parts().freeBytes().applyAsLong(folder);
    long needed = job.parts().limits().freeBytes();
    if (free < needed) {
      throw new Stop(new OperationFailure.DiskFull(folder.toString(), free, needed));
    }
  }

  private void checkState() throws Stop {
    Path file = job.stacks().checkpointFile(job.request().environment());
    try {
      job.stacks().dropDamagedAttributes(job.request().environment());
      job.stacks().checkpoint(job.request().environment());
      if (Files.exists(file)) {
        job.copies().keep(file);
      } else if (isWanted() && job.copies().holdResources()) {
        restore(file, "missing");
      }
    } catch (Checkpoint.Unreadable damaged) {
      restore(file, "damaged");
    } catch (IOException refused) {
      throw new Stop(OperationFailure.NotWritable.of(file, refused));
    }
  }

  /** Whether the environment was deployed and not destroyed since. */
  private boolean isWanted() {
    return new EnvironmentFile(job.home().environment(job.request().environment()))
        .read()
        .isPresent();
  }

  private void restore(Path file, String how) throws Stop {
    try {
      if (!job.copies().restore(file)) {
        throw new Stop(new OperationFailure.StateDamaged(file.toString(), false));
      }
    } catch (IOException refused) {
      throw new Stop(OperationFailure.NotWritable.of(file, refused));
    }
    job.journal()
        .write(
            at ->
                new OperationEvent.Repaired(
                    at,
                    "The state file was %s; the last verified copy took its place."
                        .formatted(how)));
  }
}
