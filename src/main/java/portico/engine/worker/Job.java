package portico.engine.worker;

import java.nio.file.Path;
import portico.engine.Home;
import portico.engine.state.CheckpointCopies;
import portico.engine.state.StackFiles;
import portico.operation.OperationRequest;
import portico.operation.journal.JournalWriter;
import portico.operation.journal.OperationFolder;

/** One operation and the places that belong to it; shared by the steps of a worker. */
record Job(
    Home home,
    OperationFolder folder,
    OperationRequest request,
    JournalWriter journal,
    CancelWatch cancel,
    WorkerParts parts) {

  /** The backend's files; a preview of what does not exist yet works on a scratch backend. */
  StackFiles stacks() {
    return new StackFiles(stateFolder());
  }

  Path stateFolder() {
    return usesScratch() ? folder.scratchState() : home.stateFolder();
  }

  boolean usesScratch() {
    return !request.kind().changesState()
        && !new StackFiles(home.stateFolder()).exists(request.environment());
  }

  Path workFolder() {
    return usesScratch()
        ? folder.scratchState().resolve("work")
        : home.workFolder(request.environment());
  }

  CheckpointCopies copies() {
    return new CheckpointCopies(home.environment(request.environment()).resolve("checkpoints"));
  }
}
