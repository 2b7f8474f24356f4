package portico.desktop.proof;

import java.time.Duration;
import java.time.Instant;
import portico.environment.Environment;
import portico.environment.EnvironmentState;
import portico.service.Proving;

/** Whether a proof is to begin by itself, once after each deployment. */
public enum ProofDue {
  /** There is a proof since the last change, or that is long ago, or nothing can be asked. */
  NO,
  /** As soon as a target is healthy and the load balancer's name resolves. */
  WHEN_ANSWERING,
  /** There is nothing that could answer. */
  NO_TARGETS;

  /** A change that is longer ago is not one that somebody waits for the proof of. */
  private static final Duration RECENT = Duration.ofHours(1);

  /**
   * @param lastProof when the newest one began; the epoch without one
   */
  static ProofDue of(Environment environment, Instant lastProof, Instant now) {
    Instant changed = environment.lastChange().orElse(Instant.EPOCH);
    boolean recent =
        environment.state() instanceof EnvironmentState.Deployed
            && changed.isAfter(now.minus(RECENT));
    if (lastProof.isAfter(changed) || !recent || !Proving.possible(environment)) {
      return NO;
    }
    boolean targets =
        environment.spec().stream()
            .flatMap(spec -> spec.targetGroups().stream())
            .anyMatch(group -> !group.targets().isEmpty());
    return targets ? WHEN_ANSWERING : NO_TARGETS;
  }
}
