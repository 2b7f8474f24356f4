package portico.desktop.sweep;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import portico.catalog.BalancerUse;
import portico.catalog.CatalogFailure;
import portico.catalog.CloudAccount;
import portico.catalog.OwnedResource;
import portico.catalog.Removal;
import portico.desktop.text.AccountText;
import portico.desktop.text.DesktopText;
import portico.desktop.text.TimeText;
import portico.service.Leftover;
import portico.text.FailureText;
import portico.text.LeftoverText;
import portico.text.Message;
import portico.text.Words;

/** The words of the page for leftovers. */
public final class SweepText {
  private final Words words = DesktopText.words();
  private final LeftoverText leftovers = new LeftoverText(Words.core());
  private final FailureText failures = new FailureText(Words.core());
  private final AccountText accounts = new AccountText(words);
  private final TimeText times;
  private final InstantSource clock;

  public SweepText(TimeText times, InstantSource clock) {
    this.times = times;
    this.clock = clock;
  }

  String get(String key, Object... facts) {
    return words.get(key, facts);
  }

  String of(CloudAccount account) {
    return accounts.of(account);
  }

  Message of(CatalogFailure failure) {
    return failures.of(failure);
  }

  String of(OwnedResource.Kind kind) {
    return leftovers.of(kind);
  }

  String nameOf(OwnedResource resource) {
    return leftovers.nameOf(resource);
  }

  /** Since when it is there, such as "9 days ago (2026-11-15 ...)". */
  String made(Leftover leftover) {
    return leftover
        .since()
        .map(at -> words.get("sweep.made", ago(at), times.exact(at)))
        .orElseGet(() -> words.get("sweep.unknown"));
  }

  private String ago(Instant at) {
    return times.ago(at, clock.instant());
  }

  String healthy(Leftover leftover) {
    return leftover
        .use()
        .map(BalancerUse::healthyTargets)
        .map(
            count ->
                count == 0 ? words.get("sweep.healthy.none") : words.get("sweep.healthy", count))
        .orElseGet(() -> words.get("sweep.healthy.unknown"));
  }

  String installation(Leftover leftover) {
    return leftover.here()
        ? words.get("sweep.installation.here", leftover.installation())
        : leftover.installation();
  }

  /** What is still there, and why; one line for each reason. */
  List<String> kept(Removal removal) {
    List<String> lines = new ArrayList<>();
    removal.kept().stream()
        .map(leftovers::of)
        .distinct()
        .forEach(
            why ->
                lines.add(
                    words.get(
                        "sweep.kept",
                        leftovers.counted(
                            removal.kept().stream()
                                .filter(each -> leftovers.of(each).equals(why))
                                .map(Removal.Kept::resource)
                                .toList()),
                        why.what(),
                        why.next())));
    return lines;
  }

  /** How a removal ended. */
  String ended(Removal removal) {
    return words.get(
        removal.isComplete() ? "sweep.ended" : "sweep.ended-partly",
        removal.removed().size(),
        removal.kept().size());
  }
}
