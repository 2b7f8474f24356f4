package portico.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import portico.catalog.Answer;
import portico.catalog.BalancerUse;
import portico.catalog.CatalogFailure;
import portico.catalog.CloudAccount;
import portico.catalog.LeftoverAccess;
import portico.catalog.Leftovers;
import portico.catalog.MarkedResource;
import portico.catalog.MarkedResources;
import portico.catalog.OwnedResource;
import portico.catalog.ProtectedBalancer;
import portico.catalog.Removal;
import portico.catalog.Removal.Kept;
import portico.catalog.Removal.Reason;
import portico.catalog.RemovalControl;
import portico.catalog.RemovalTerms;

/** An account in which things stand that a test puts there. */
public final class FakeLeftovers implements Leftovers, LeftoverAccess {
  /** What stands there; a removal takes it away. */
  public final List<MarkedResource> standing = new ArrayList<>();

  public final Map<String, BalancerUse> uses = new HashMap<>();

  /** What cannot be removed, by id. */
  public final Map<String, Reason> keeps = new HashMap<>();

  public Optional<CatalogFailure> failure = Optional.empty();
  public Optional<CatalogFailure> bucketsUnknown = Optional.empty();
  public Answer<List<ProtectedBalancer>> protectedOnes = new Answer.Found<>(List.of());

  /** Is run before each removal of a resource. */
  public Runnable beforeEach = () -> {};

  /** Tags that protected load balancers were asked for by. */
  public final List<Map<String, String>> askedForProtected = new ArrayList<>();

  /** The terms of each removal. */
  public final List<RemovalTerms> terms = new ArrayList<>();

  /** Which accounts and regions were opened. */
  public final List<FakeCatalogs.Opened> opened = new ArrayList<>();

  @Override
  public Session open(CloudAccount account, String region) {
    opened.add(new FakeCatalogs.Opened(account, region));
    return new Session() {
      @Override
      public Leftovers leftovers() {
        return FakeLeftovers.this;
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public Answer<List<OwnedResource>> owned(Map<String, String> tags) {
    return of(tags, false);
  }

  @Override
  public Answer<List<OwnedResource>> ownedBuckets(Map<String, String> tags) {
    return of(tags, true);
  }

  private Answer<List<OwnedResource>> of(Map<String, String> tags, boolean buckets) {
    return Answer.found(
        standing.stream()
            .filter(each -> each.tags().entrySet().containsAll(tags.entrySet()))
            .map(MarkedResource::resource)
            .filter(each -> (each.kind() == OwnedResource.Kind.LOG_BUCKET) == buckets)
            .toList());
  }

  @Override
  public Answer<MarkedResources> marked(Set<String> tagKeys) {
    return failure
        .map(Answer::<MarkedResources>failed)
        .orElseGet(
            () ->
                Answer.found(
                    new MarkedResources(
                        standing.stream()
                            .filter(each -> each.tags().keySet().containsAll(tagKeys))
                            .toList(),
                        bucketsUnknown)));
  }

  @Override
  public Answer<List<ProtectedBalancer>> protectedBalancers(Map<String, String> tags) {
    askedForProtected.add(tags);
    return protectedOnes;
  }

  @Override
  public Answer<BalancerUse> use(String balancerArn) {
    return Answer.found(uses.getOrDefault(balancerArn, new BalancerUse(false, 0)));
  }

  @Override
  public Removal remove(
      List<OwnedResource> resources,
      RemovalTerms with,
      RemovalControl control,
      Removal.Listener listener) {
    terms.add(with);
    List<OwnedResource> removed = new ArrayList<>();
    List<Kept> kept = new ArrayList<>();
    for (OwnedResource each : resources) {
      beforeEach.run();
      if (control.stopped()) {
        kept.add(new Kept(each, new Reason.Stopped()));
      } else if (keeps.containsKey(each.id())) {
        kept.add(new Kept(each, keeps.getOrDefault(each.id(), new Reason.OutOfTime())));
      } else {
        standing.removeIf(one -> one.resource().equals(each));
        removed.add(each);
        listener.removed(each);
      }
    }
    return new Removal(removed, kept);
  }
}
