package portico.desktop.progress;

import java.util.List;
import portico.operation.OperationEvent;
import portico.operation.OperationKind;
import portico.operation.OperationRecord;
import portico.operation.OperationRequest;
import portico.operation.OperationStatus;
import portico.operation.Operations;

/** What an earlier preview says about the resources that an operation is going to touch. */
final class Announcement {
  private Announcement() {}

  /** The journal of the newest finished preview of the same wish; empty when there is none. */
  static List<OperationEvent> of(OperationRecord operation, Operations operations) {
    return operations.history(operation.request().environment()).stream()
        .filter(each -> announces(each.request(), operation.request()))
        .filter(each -> each.status() instanceof OperationStatus.Finished)
        .findFirst()
        .map(each -> operations.journal(each.request().id()))
        .orElse(List.of());
  }

  private static boolean announces(OperationRequest preview, OperationRequest operation) {
    boolean earlier = preview.id().compareTo(operation.id()) < 0;
    return switch (operation.kind()) {
      case DEPLOY ->
          earlier
              && preview.kind() == OperationKind.PREVIEW
              && preview.spec().equals(operation.spec());
      case DESTROY -> earlier && preview.kind() == OperationKind.DESTROY_PREVIEW;
      case PREVIEW, DESTROY_PREVIEW, REFRESH_PREVIEW, REFRESH -> false;
    };
  }
}
