package portico.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import portico.catalog.CloudAccount;
import portico.catalog.OwnedResource;

/**
 * Where a person reads later what sweeps removed: {@code sweeps.log} in the home folder, a line for
 * each resource as soon as it is gone. There is no journal, since there is no environment.
 */
final class SweepLog {
  private final Path file;
  private final String where;
  private final InstantSource clock;
  private Optional<String> failure = Optional.empty();

  SweepLog(Path home, InstantSource clock, CloudAccount account, String region, Leftover leftover) {
    this.file = home.resolve("sweeps.log");
    this.clock = clock;
    this.where =
        "%s\t%s\t%s\t%s"
            .formatted(nameOf(account), region, leftover.environment(), leftover.installation());
  }

  private static String nameOf(CloudAccount account) {
    return switch (account) {
      case CloudAccount.Practice() -> "practice";
      case CloudAccount.Profile(var name) -> name.map("profile "::concat).orElse("default");
      case CloudAccount.Endpoint(var uri, var profile) -> uri.toString();
    };
  }

  void removed(OwnedResource resource) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    String line =
        "%s\t%s\tremoved\t%s\t%s\t%s"
            .formatted(now, where, resource.kind(), resource.name(), resource.id());
    try {
      Files.write(file, List.of(line), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException refused) {
      failure = Optional.of(refused.toString());
    }
  }

  /** Why a line is missing; empty when none is. */
  Optional<String> failure() {
    return failure;
  }
}
