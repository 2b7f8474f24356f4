package portico.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The names of a certificate to request (API_RequestCertificate): the first, and further ones,
 * without repetition, in lower case.
 */
public record CertificateNames(String domain, List<String> further) {
  public static final int NAME_MAX = 253;

  /** RFC 5280: the common name. */
  public static final int FIRST_NAME_MAX = 64;

  /** What ACM takes at most beside the first one, whatever the quota. */
  public static final int FURTHER_MAX = 100;

  /** The quota of names per certificate, unless AWS has raised it (acm-limits.html). */
  public static final int USUAL_QUOTA = 10;

  private static final Pattern NAME =
      Pattern.compile(
          "(\\*\\.)?(((?!-)[a-z0-9-]{0,62}[a-z0-9])\\.)+((?!-)[a-z0-9-]{1,62}[a-z0-9])");

  /**
   * Checks and cleans the names.
   *
   * @throws IllegalArgumentException when ACM would refuse one of them, or there are too many
   */
  public CertificateNames {
    String first = clean(domain);
    LinkedHashSet<String> rest = new LinkedHashSet<>();
    further.forEach(each -> rest.add(clean(each)));
    rest.remove(first);
    List<Optional<CertificateNameFault>> faults = new ArrayList<>(List.of(firstFault(first)));
    rest.forEach(each -> faults.add(fault(each)));
    if (rest.size() > FURTHER_MAX || faults.stream().anyMatch(Optional::isPresent)) {
      throw new IllegalArgumentException(first + " " + rest + " " + faults);
    }
    domain = first;
    further = List.copyOf(rest);
  }

  /** All names, the first one first. */
  public List<String> all() {
    List<String> all = new ArrayList<>(List.of(domain));
    all.addAll(further);
    return List.copyOf(all);
  }

  /** Whether ACM refuses it unless the account's quota was raised. */
  public boolean exceedsUsualQuota() {
    return all().size() > USUAL_QUOTA;
  }

  /** What is wrong with the first name; blanks around it and a dot at its end do not count. */
  public static Optional<CertificateNameFault> firstFault(String name) {
    return fault(name)
        .or(
            () ->
                clean(name).length() > FIRST_NAME_MAX
                    ? Optional.of(CertificateNameFault.FIRST_TOO_LONG)
                    : Optional.empty());
  }

  /** What is wrong with a further name; blanks around it and a dot at its end do not count. */
  public static Optional<CertificateNameFault> fault(String given) {
    String name = clean(given);
    if (name.isEmpty()) {
      return Optional.of(CertificateNameFault.MISSING);
    }
    if (name.length() > NAME_MAX) {
      return Optional.of(CertificateNameFault.TOO_LONG);
    }
    if (name.lastIndexOf('*') > 0 || (name.startsWith("*") && !name.startsWith("*."))) {
      return Optional.of(CertificateNameFault.WILDCARD_PLACE);
    }
    return NAME.matcher(name).matches() ? Optional.empty() : Optional.of(CertificateNameFault.FORM);
  }

  private static String clean(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceFirst("[.]$", "");
  }
}
