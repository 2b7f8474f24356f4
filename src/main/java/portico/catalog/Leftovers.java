package portico.catalog;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What an interrupted run made but never recorded, found by its tags, and its removal. With {@link
 * CertificateRequests}, the only part of this package that changes anything in AWS. Every method
 * blocks: never call one on the FX thread.
 */
public interface Leftovers {
  /**
   * Load balancers, target groups, security groups and security group rules of the region that
   * carry all these tags, in the order of {@link OwnedResource.Kind}. Listeners go with their load
   * balancer.
   *
   * @throws IllegalArgumentException when there is no tag: that would be everything
   */
  Answer<List<OwnedResource>> owned(Map<String, String> tags);

  /**
   * Load balancers with all these tags that AWS protects against deletion.
   *
   * @throws IllegalArgumentException when there is no tag
   */
  Answer<List<ProtectedBalancer>> protectedBalancers(Map<String, String> tags);

  /**
   * Deletes in the order that AWS allows: load balancers, then, once they are gone, target groups,
   * rules, and security groups (which stay in use for some minutes after their load balancer). What
   * is already gone counts as removed. Deletion protection is respected. Returns when everything is
   * settled, when {@code limit} has passed, or when the thread is interrupted.
   */
  Removal remove(List<OwnedResource> resources, Duration limit);
}
