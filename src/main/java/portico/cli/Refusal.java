package portico.cli;

import java.util.List;
import portico.catalog.CatalogFailure;
import portico.catalog.SignInFailure;
import portico.operation.OperationFailure;
import portico.spec.SpecProblem;

/** Why a command does not do what was asked, before any operation started. */
sealed interface Refusal {
  /** The command line is wrong; {@code key} names the words. */
  record Usage(String key, List<Object> facts) implements Refusal {
    public Usage {
      facts = List.copyOf(facts);
    }

    static Usage of(String key, Object... facts) {
      return new Usage(key, List.of(facts));
    }
  }

  /** The spec is wrong. */
  record WrongSpec(List<SpecProblem> problems) implements Refusal {
    public WrongSpec {
      problems = List.copyOf(problems);
    }
  }

  /** The spec's file cannot be read. */
  record NoSpecFile(String file, String detail) implements Refusal {}

  record AccountUnreadable(CatalogFailure failure) implements Refusal {}

  /** The sign-in came to nothing. */
  record NotSignedIn(SignInFailure failure) implements Refusal {}

  /** The code of an MFA device is needed, and there is no one to ask. */
  record CodeNeeded(String device) implements Refusal {}

  record NotStarted(OperationFailure failure) implements Refusal {}

  /** There is no one to ask and no --yes. */
  record ConfirmationNeeded() implements Refusal {}

  /** The user said no. */
  record Declined() implements Refusal {}

  /** Checks of the account came out so that AWS would refuse; they are told beforehand. */
  record ChecksFailed(int count) implements Refusal {}

  /** AWS would refuse to delete the load balancer, which is told beforehand. */
  record BalancerProtected(String name) implements Refusal {}

  record HomeUnusable(String folder, String detail) implements Refusal {}

  /** The environment's resources stand in another account or region than is asked for. */
  record StandsElsewhere(String environment, String there, String wanted) implements Refusal {}

  /** A stack that Portico did not make. */
  record NotPorticos(String environment) implements Refusal {}

  record NothingRunning(String environment) implements Refusal {}
}
