package portico.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the records of a certificate belong.
 *
 * @param writable records for which the account has a public hosted zone, with that zone
 * @param elsewhere records that have to be made where the domain is registered
 */
public record ValidationPlan(List<Placed> writable, List<ValidationRecord> elsewhere) {
  public ValidationPlan {
    writable = List.copyOf(writable);
    elsewhere = List.copyOf(elsewhere);
  }

  /** A record and the hosted zone it is written to. */
  public record Placed(HostedZone zone, ValidationRecord record) {}

  /** Each record goes into the public zone with the longest name that it fits. */
  public static ValidationPlan of(List<ValidationRecord> records, List<HostedZone> zones) {
    List<Placed> writable = new ArrayList<>();
    List<ValidationRecord> elsewhere = new ArrayList<>();
    for (ValidationRecord record : records) {
      Optional<HostedZone> zone = zone(record, zones);
      zone.ifPresentOrElse(
          each -> writable.add(new Placed(each, record)), () -> elsewhere.add(record));
    }
    return new ValidationPlan(writable, elsewhere);
  }

  private static Optional<HostedZone> zone(ValidationRecord record, List<HostedZone> zones) {
    String name = record.name().toLowerCase(Locale.ROOT).replaceFirst("[.]$", "");
    return zones.stream()
        .filter(each -> !each.isPrivate())
        .filter(each -> name.endsWith("." + each.name()))
        .max(Comparator.comparingInt(each -> each.name().length()));
  }
}
