package portico.practice.aws.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Issues certificates as time passes: once the validation record of each name has been in a public
 * hosted zone for long enough. What is once issued stays so when the records go.
 */
public final class Issuance {
  private Issuance() {}

  /**
   * Settles the certificates of a region, which it changes.
   *
   * @param delay between a request and the first answer to it
   */
  public static void settle(
      RegionState region, Collection<HostedZone> zones, Instant now, Duration delay) {
    region.certificates().replaceAll((_, each) -> settled(each, zones, now, delay));
  }

  /** The account with all certificates settled; the same if nothing has happened. */
  public static Account settled(Account account, Instant now, Duration delay) {
    Account next = account;
    for (Map.Entry<String, RegionState> each : account.regions().entrySet()) {
      RegionState region = each.getValue().copy();
      settle(region, account.hostedZones().values(), now, delay);
      next = region.equals(each.getValue()) ? next : next.with(region);
    }
    return next;
  }

  private static Certificate settled(
      Certificate certificate, Collection<HostedZone> zones, Instant now, Duration delay) {
    if (!certificate.status().equals(Certificate.PENDING)) {
      return certificate;
    }
    Instant end = certificate.createdAt().plus(Certificate.PATIENCE);
    Optional<Instant> issue = shown(certificate, zones, delay).filter(at -> at.isBefore(end));
    if (issue.isPresent()) {
      return now.isBefore(issue.get()) ? certificate : certificate.issued(issue.get());
    }
    return now.isBefore(end) ? certificate : certificate.timedOut();
  }

  /** When the ownership of all names is shown; empty as long as a record is missing. */
  private static Optional<Instant> shown(
      Certificate certificate, Collection<HostedZone> zones, Duration delay) {
    Instant last = certificate.createdAt().plus(delay);
    for (String name : certificate.alternativeNames()) {
      Optional<Instant> at = shown(name, zones);
      if (at.isEmpty()) {
        return Optional.empty();
      }
      last = at.get().isAfter(last) ? at.get() : last;
    }
    return Optional.of(last);
  }

  /** Since when a public zone tells the world that the account owns a name. */
  public static Optional<Instant> shown(String name, Collection<HostedZone> zones) {
    ValidationRecord record = ValidationRecord.of(name);
    return zones.stream().flatMap(zone -> zone.answersSince(record).stream()).findFirst();
  }
}
