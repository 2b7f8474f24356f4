package portico.service;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import portico.catalog.Answer;
import portico.catalog.BalancerUse;
import portico.catalog.CatalogFailure;
import portico.catalog.CloudAccount;
import portico.catalog.LeftoverAccess;
import portico.catalog.Leftovers;
import portico.catalog.MarkedResource;
import portico.catalog.MarkedResources;
import portico.catalog.OwnedResource;
import portico.catalog.Ownership;
import portico.catalog.Removal;
import portico.catalog.Removal.Kept;
import portico.catalog.RemovalControl;
import portico.catalog.RemovalTerms;
import portico.environment.EnvironmentState;
import portico.model.EnvironmentName;

/**
 * Finds and removes what environments left in an account that no home folder's state speaks of any
 * more. Works in the calling process: there is no state that an engine could keep. Every method
 * does I/O.
 */
public final class Sweeping {
  /** How long the removal of one environment's leftovers may take. */
  public static final Duration LIMIT = Duration.ofMinutes(12);

  private static final Set<String> TAGS =
      Set.of(Ownership.ENVIRONMENT_TAG, Ownership.INSTALLATION_TAG);

  private final Services services;
  private final InstantSource clock;

  /** Over these services, with the system's clock. */
  public Sweeping(Services services) {
    this(services, InstantSource.system());
  }

  public Sweeping(Services services, InstantSource clock) {
    this.services = services;
    this.clock = clock;
  }

  /**
   * What came of a removal.
   *
   * @param notLogged why the home folder's list of sweeps lacks a part of it
   */
  public record Swept(Removal removal, Optional<String> notLogged) {}

  /** Whose a resource is, by its tags. */
  private record Owner(String environment, String installation) {
    static Owner of(MarkedResource marked) {
      return new Owner(
          marked.tags().getOrDefault(Ownership.ENVIRONMENT_TAG, ""),
          marked.tags().getOrDefault(Ownership.INSTALLATION_TAG, ""));
    }
  }

  /** Looks, and changes nothing. */
  public Answer<Findings> look(CloudAccount account, String region) {
    try (LeftoverAccess.Session session = services.leftovers().open(account, region)) {
      return switch (session.leftovers().marked(TAGS)) {
        case Answer.Failed<MarkedResources>(CatalogFailure failure) -> Answer.failed(failure);
        case Answer.Found<MarkedResources>(MarkedResources found) ->
            Answer.found(sorted(found, region, session.leftovers()));
      };
    }
  }

  private Findings sorted(MarkedResources found, String region, Leftovers leftovers) {
    Map<Owner, List<MarkedResource>> byOwner =
        new TreeMap<>(Comparator.comparing(Owner::environment).thenComparing(Owner::installation));
    found
        .all()
        .forEach(each -> byOwner.computeIfAbsent(Owner.of(each), _ -> new ArrayList<>()).add(each));
    List<Leftover> here = new ArrayList<>();
    List<Leftover> elsewhere = new ArrayList<>();
    Set<String> known = new TreeSet<>();
    byOwner.forEach(
        (owner, marked) -> {
          boolean ours = owner.installation().equals(services.installation());
          if (ours && isKnown(owner.environment(), region)) {
            known.add(owner.environment());
          } else {
            (ours ? here : elsewhere)
                .add(
                    new Leftover(
                        owner.environment(),
                        owner.installation(),
                        ours,
                        marked,
                        use(marked, leftovers)));
          }
        });
    return new Findings(here, elsewhere, List.copyOf(known), found.bucketsUnknown());
  }

  /**
   * Whether this home folder has the environment here. One whose region is not known may be; one
   * that stands in another region is a later one of the same name, unless an operation works on it.
   */
  private boolean isKnown(String environment, String region) {
    return EnvironmentName.parse(environment)
        .flatMap(services.environments()::find)
        .filter(
            each ->
                each.state() instanceof EnvironmentState.Working
                    || each.region().map(region::equals).orElse(true))
        .isPresent();
  }

  private static Optional<BalancerUse> use(List<MarkedResource> marked, Leftovers leftovers) {
    return marked.stream()
        .map(MarkedResource::resource)
        .filter(each -> each.kind() == OwnedResource.Kind.LOAD_BALANCER)
        .flatMap(
            each ->
                leftovers.use(each.id()) instanceof Answer.Found<BalancerUse>(var use)
                    ? Stream.of(use)
                    : Stream.empty())
        .reduce(
            (one, other) ->
                new BalancerUse(
                    one.deletionProtected() || other.deletionProtected(),
                    one.healthyTargets() + other.healthyTargets()));
  }

  /**
   * Removes what one environment left. Nothing of it is touched when AWS protects its load balancer
   * or when this home folder has come to know the environment since.
   *
   * @param withLogs whether buckets go that hold logs
   */
  public Swept sweep(
      CloudAccount account,
      String region,
      Leftover leftover,
      boolean withLogs,
      RemovalControl control,
      Removal.Listener listener) {
    Optional<Removal.Reason> hindrance = hindrance(leftover, region);
    if (hindrance.isPresent()) {
      Removal.Reason reason = hindrance.get();
      List<Kept> kept = leftover.resources().stream().map(each -> new Kept(each, reason)).toList();
      return new Swept(new Removal(List.of(), kept), Optional.empty());
    }
    SweepLog log = new SweepLog(services.home(), clock, account, region, leftover);
    try (LeftoverAccess.Session session = services.leftovers().open(account, region)) {
      Removal removal =
          session
              .leftovers()
              .remove(
                  leftover.resources(),
                  new RemovalTerms(LIMIT, withLogs),
                  control,
                  resource -> {
                    log.removed(resource);
                    listener.removed(resource);
                  });
      return new Swept(removal, log.failure());
    }
  }

  private Optional<Removal.Reason> hindrance(Leftover leftover, String region) {
    if (leftover.isProtected()) {
      return Optional.of(
          new Removal.Reason.DeletionProtected(
              leftover.resources().stream()
                  .filter(each -> each.kind() == OwnedResource.Kind.LOAD_BALANCER)
                  .map(OwnedResource::name)
                  .findFirst()
                  .orElse("")));
    }
    return leftover.here() && isKnown(leftover.environment(), region)
        ? Optional.of(new Removal.Reason.EnvironmentKnown(leftover.environment()))
        : Optional.empty();
  }
}
