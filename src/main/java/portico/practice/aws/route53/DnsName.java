package portico.practice.aws.route53;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Names as Route 53 keeps them (DomainNameFormat.html): lower case, a dot at the end, anything but
 * letters, digits, dot, hyphen and underscore as an octal code.
 */
final class DnsName {
  private static final int LONGEST = 255;
  private static final int LONGEST_LABEL = 63;

  private DnsName() {}

  static String of(String given) {
    StringBuilder name = new StringBuilder();
    for (char each : given.strip().toLowerCase(Locale.ROOT).toCharArray()) {
      boolean plain = (each >= 'a' && each <= 'z') || (each >= '0' && each <= '9');
      if (plain || "-_.\\".indexOf(each) >= 0) {
        name.append(each);
      } else {
        name.append("\\%03o".formatted((int) each));
      }
    }
    return name.toString().endsWith(".") ? name.toString() : name + ".";
  }

  /** Whether a name is a zone's or below it. */
  static boolean within(String name, String zone) {
    return name.equals(zone) || name.endsWith("." + zone);
  }

  /** By what lists are sorted: the labels from the right. */
  static String order(String name) {
    List<String> labels = Arrays.asList(name.split("\\."));
    Collections.reverse(labels);
    return String.join(".", labels) + ".";
  }

  /** What is wrong with a name of this form, in Route 53's words. */
  static Optional<String> fault(String name) {
    String shown = name.replaceAll("\\\\\\d{3}", "x");
    if (shown.length() > LONGEST) {
      return Optional.of("DomainTooLong (Domain name is too long)");
    }
    for (String label : shown.substring(0, shown.length() - 1).split("\\.", -1)) {
      if (label.isEmpty()) {
        return Optional.of("DomainLabelEmpty (Domain label is empty)");
      }
      if (label.length() > LONGEST_LABEL) {
        return Optional.of("DomainLabelTooLong (Domain label is too long)");
      }
    }
    return Optional.empty();
  }
}
