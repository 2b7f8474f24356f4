package portico.catalog;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
   * Buckets of the region that carry all these tags. Asked are only those whose names Portico could
   * have given. Apart from the others, since it takes rights to S3 that few other things take.
   *
   * @throws IllegalArgumentException when there is no tag
   */
  Answer<List<OwnedResource>> ownedBuckets(Map<String, String> tags);

  /**
   * Everything of the region that has tags with all these keys, whatever their values.
   *
   * @throws IllegalArgumentException when there is no key
   */
  Answer<MarkedResources> marked(Set<String> tagKeys);

  /**
   * Load balancers with all these tags that AWS protects against deletion.
   *
   * @throws IllegalArgumentException when there is no tag
   */
  Answer<List<ProtectedBalancer>> protectedBalancers(Map<String, String> tags);

  /** Whether somebody may need a load balancer; one that is gone is needed by nobody. */
  Answer<BalancerUse> use(String balancerArn);

  /**
   * Deletes in the order that AWS allows: load balancers, then, once they are gone, target groups,
   * rules, security groups (which stay in use for some minutes after their load balancer), and
   * buckets. What is already gone counts as removed. Deletion protection is respected. Returns when
   * everything is settled, when the time is over, when it is stopped, or when the thread is
   * interrupted.
   */
  Removal remove(
      List<OwnedResource> resources,
      RemovalTerms terms,
      RemovalControl control,
      Removal.Listener listener);

  /**
   * The same to its end; as a destroy does with a bucket that is recorded, it takes the logs, too.
   */
  default Removal remove(List<OwnedResource> resources, Duration limit) {
    return remove(resources, new RemovalTerms(limit, true), new RemovalControl(), _ -> {});
  }
}
