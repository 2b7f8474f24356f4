package portico.catalog;

import java.util.List;

/**
 * The Application Load Balancers that are there already, whoever made them, and what a spec of each
 * would be. Reads only. Every method does I/O: never call one on the FX thread.
 */
public interface ExistingLoadBalancers {
  /** All Application Load Balancers of the region, by name. */
  Answer<List<LoadBalancerSummary>> list();

  /**
   * A load balancer with everything that belongs to it. Fails with a {@link
   * CatalogFailure.ServiceError} when there is none, or when it is of another type.
   *
   * @param arnOrName its ARN, or its name
   */
  Answer<FoundLoadBalancer> read(String arnOrName);
}
