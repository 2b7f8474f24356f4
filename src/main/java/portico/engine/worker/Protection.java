package portico.engine.worker;

import java.io.IOException;
import java.util.List;
import portico.catalog.Answer;
import portico.catalog.Ownership;
import portico.catalog.ProtectedBalancer;
import portico.engine.CloudSession;
import portico.engine.state.Checkpoint;
import portico.model.LoadBalancerSpec;
import portico.model.Scheme;
import portico.operation.OperationFailure;
import portico.operation.OperationKind;

/**
 * Asks AWS, before the engine begins, whether deletion protection stands in the way. The engine
 * would find out at the load balancer, which is deleted when its rules and listeners are gone.
 */
final class Protection {
  private final Job job;
  private final CloudSession session;

  Protection(Job job, CloudSession session) {
    this.job = job;
    this.session = session;
  }

  /** Refuses what would end with a load balancer without listeners. */
  void check() throws Stop, IOException {
    if (!mayDelete()) {
      return;
    }
    Ownership ownership = new Ownership(job.request().environment(), job.home().installation());
    switch (session.leftovers().protectedBalancers(ownership.tags())) {
      case Answer.Found<List<ProtectedBalancer>>(List<ProtectedBalancer> found) -> {
        for (ProtectedBalancer balancer : found) {
          if (isDeleted(balancer)) {
            throw new Stop(new OperationFailure.DeletionProtected(balancer.name()));
          }
        }
      }
      case Answer.Failed<List<ProtectedBalancer>>(var failure) ->
          throw new Stop(new OperationFailure.AccountUnusable(failure));
    }
  }

  private boolean mayDelete() throws IOException {
    return switch (job.request().kind()) {
      case DESTROY -> true;
      case DEPLOY -> holdsResources();
      case PREVIEW, DESTROY_PREVIEW, REFRESH_PREVIEW, REFRESH -> false;
    };
  }

  private boolean holdsResources() throws IOException {
    try {
      return job.stacks()
          .checkpoint(job.request().environment())
          .filter(checkpoint -> !checkpoint.isEmpty())
          .isPresent();
    } catch (Checkpoint.Unreadable damaged) {
      return true;
    }
  }

  /** A load balancer of another name or scheme is a new one; the old one is deleted. */
  private boolean isDeleted(ProtectedBalancer balancer) {
    LoadBalancerSpec wanted = job.request().spec().loadBalancer();
    return job.request().kind() == OperationKind.DESTROY
        || !wanted.name().equals(balancer.name())
        || (wanted.scheme() == Scheme.INTERNAL) != balancer.internal();
  }
}
