package portico.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * What the steps come to.
 *
 * @param reasons why it is not better; none when proven
 */
public record ProofVerdict(Grade grade, List<Reason> reasons) {
  public ProofVerdict {
    reasons = List.copyOf(reasons);
  }

  /** How much is proven. */
  public enum Grade {
    /** Everything that was to be asked went well. */
    PROVEN,
    /** Everything that was asked went well; some of it was left out on purpose. */
    ANSWERS,
    /** The service answers, but something failed or was cancelled. */
    PARTLY,
    /** The service was not seen to answer. */
    NOT
  }

  /** One step that is missing to a proof. */
  public record Reason(String listener, ProofStep.Stage stage, Kind kind) {}

  /** Why it is missing. */
  public enum Kind {
    FAILED,
    NOT_ASKED,
    CANCELLED,
    /** No listener forwards anything. */
    NO_LISTENER
  }

  /** The verdict over all steps of a proof. */
  public static ProofVerdict of(List<ProofStep> steps) {
    List<Reason> reasons = new ArrayList<>();
    boolean answers = false;
    for (ProofStep step : steps) {
      switch (step) {
        case ProofStep.Healthy _, ProofStep.Streamed _ -> answers = true;
        case ProofStep.Failed failed -> {
          boolean cancelled = failed.problem() instanceof ProofProblem.Cancelled;
          reasons.add(reason(step, cancelled ? Kind.CANCELLED : Kind.FAILED));
        }
        case ProofStep.Skipped skipped -> {
          switch (skipped.why()) {
            case NOT_ASKED -> reasons.add(reason(step, Kind.NOT_ASKED));
            case CANCELLED -> reasons.add(reason(step, Kind.CANCELLED));
            case BEFORE_FAILED, NO_STREAM_KNOWN, GRPC -> {}
          }
        }
        case ProofStep.Resolved _,
            ProofStep.Connected _,
            ProofStep.Secured _,
            ProofStep.Refused _,
            ProofStep.Survived _ -> {}
      }
    }
    if (steps.isEmpty()) {
      reasons.add(new Reason("", ProofStep.Stage.NAME, Kind.NO_LISTENER));
    }
    return new ProofVerdict(answers ? grade(reasons) : Grade.NOT, reasons);
  }

  private static Grade grade(List<Reason> reasons) {
    if (reasons.isEmpty()) {
      return Grade.PROVEN;
    }
    boolean onPurpose = reasons.stream().allMatch(each -> each.kind() == Kind.NOT_ASKED);
    return onPurpose ? Grade.ANSWERS : Grade.PARTLY;
  }

  private static Reason reason(ProofStep step, Kind kind) {
    return new Reason(step.listener(), step.stage(), kind);
  }
}
