package portico.text;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import portico.catalog.CatalogFailure;
import portico.catalog.OwnedResource;
import portico.catalog.Removal;
import portico.catalog.Removal.Reason;

/** Turns what a sweep finds and keeps into words. */
public final class LeftoverText {
  /** What AWS answers to the deletion of a load balancer that is protected against it. */
  private static final String PROTECTED = "OperationNotPermitted";

  private final Words words;
  private final FailureText failures;

  public LeftoverText(Words words) {
    this.words = words;
    this.failures = new FailureText(words);
  }

  /** Such as "Load balancer". */
  public String of(OwnedResource.Kind kind) {
    return words.get("leftover.kind." + kind.name());
  }

  /** Such as "load balancer demo"; a rule goes by its own id. */
  public String nameOf(OwnedResource resource) {
    return resource.kind() == OwnedResource.Kind.SECURITY_GROUP_RULE
        ? resource.id()
        : resource.name();
  }

  /** How many of each kind, such as "1 load balancer, 2 target groups". */
  public String counted(List<OwnedResource> resources) {
    return Arrays.stream(OwnedResource.Kind.values())
        .filter(kind -> count(resources, kind) > 0)
        .map(
            kind ->
                words.get(
                    (count(resources, kind) == 1 ? "leftover.one." : "leftover.some.")
                        + kind.name(),
                    count(resources, kind)))
        .collect(Collectors.joining(", "));
  }

  private static long count(List<OwnedResource> resources, OwnedResource.Kind kind) {
    return resources.stream().filter(each -> each.kind() == kind).count();
  }

  /** Why something is still there, and what to do next. */
  public Message of(Removal.Kept kept) {
    return switch (kept.reason()) {
      case Reason.Refused(CatalogFailure.ServiceError error) when error.code().equals(PROTECTED) ->
          message("leftover.protected", kept.resource().name());
      case Reason.Refused(CatalogFailure failure) -> failures.of(failure);
      case Reason.StillInUse(String detail) -> message("leftover.in-use", detail);
      case Reason.OutOfTime() -> message("leftover.out-of-time");
      case Reason.Stopped() -> message("leftover.stopped");
      case Reason.HoldsLogs() -> message("leftover.holds-logs");
      case Reason.DeletionProtected(String balancer) -> message("leftover.protected", balancer);
      case Reason.EnvironmentKnown(String environment) -> message("leftover.known", environment);
    };
  }

  private Message message(String key, Object... facts) {
    return new Message(words.get(key + ".what", facts), "", words.get(key + ".next", facts));
  }
}
