package portico.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules on the names that lead to the load balancer, one by one for a form, and together. */
public final class DnsRules {
  public static final int LABEL_MAX = 63;

  /**
   * With a length before each label and an empty one at the end these are 255 octets (RFC 1035).
   */
  public static final int NAME_MAX = 253;

  private static final Pattern ZONE_ID = Pattern.compile("Z[A-Z0-9]{1,31}");
  private static final String LABEL = "[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?";
  private static final Pattern NAME =
      Pattern.compile("(?:\\*\\.)?" + LABEL + "(?:\\." + LABEL + ")+");

  private DnsRules() {}

  public static List<Violation> hostedZoneId(String field, String value) {
    if (value.isEmpty()) {
      return List.of(Violation.of(field, Rule.REQUIRED));
    }
    return ZONE_ID.matcher(value).matches()
        ? List.of()
        : List.of(Violation.of(field, Rule.HOSTED_ZONE_ID_FORM, value));
  }

  public static List<Violation> name(String field, String value) {
    if (value.isEmpty()) {
      return List.of(Violation.of(field, Rule.REQUIRED));
    }
    List<Violation> found = new ArrayList<>();
    boolean labels =
        Stream.of(withoutDot(value).split("\\.", -1))
            .allMatch(label -> !label.isEmpty() && label.length() <= LABEL_MAX);
    if (!labels || withoutDot(value).length() > NAME_MAX) {
      found.add(Violation.of(field, Rule.DOMAIN_NAME_LENGTH, value, LABEL_MAX, NAME_MAX));
    }
    if (!NAME.matcher(value).matches()) {
      found.add(Violation.of(field, Rule.DOMAIN_NAME_FORM, value));
    }
    return found;
  }

  /**
   * Whether the name is the zone's own or ends in it, as Route 53 compares: whatever their case,
   * and with or without a dot at the end.
   */
  public static boolean isWithin(String name, String zone) {
    String plain = plain(name);
    return plain.equals(plain(zone)) || plain.endsWith("." + plain(zone));
  }

  private static String plain(String name) {
    return withoutDot(name).toLowerCase(Locale.ROOT);
  }

  private static String withoutDot(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  static List<Violation> check(String field, List<DnsRecordSpec> records) {
    List<Violation> found = new ArrayList<>();
    Set<DnsRecordSpec> seen = new HashSet<>();
    for (int index = 0; index < records.size(); index++) {
      DnsRecordSpec each = records.get(index);
      String at = field + "[" + index + "]";
      found.addAll(hostedZoneId(at + ".hostedZoneId", each.hostedZoneId()));
      found.addAll(name(at + ".name", each.name()));
      if (!seen.add(new DnsRecordSpec(each.hostedZoneId(), plain(each.name())))) {
        found.add(Violation.of(at + ".name", Rule.DNS_RECORD_TWICE, each.name()));
      }
    }
    return found;
  }
}
