package portico.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Forms of the ARNs in a spec. */
final class Arn {
  private static final String START = "arn:aws[a-z-]*:";
  private static final String REGION_ACCOUNT = ":(?<region>[a-z0-9-]+):\\d{12}:";

  static final Pattern CERTIFICATE =
      Pattern.compile(
          START
              + "(?:acm"
              + REGION_ACCOUNT
              + "certificate/[A-Za-z0-9-]+|iam::\\d{12}:server-certificate/[\\w+=,.@/-]+)");
  static final Pattern FUNCTION =
      Pattern.compile(
          START
              + "lambda"
              + REGION_ACCOUNT
              + "function:[A-Za-z0-9_-]{1,140}(?::[A-Za-z0-9_-]{1,128})?");
  static final Pattern WEB_ACL =
      Pattern.compile(START + "wafv2" + REGION_ACCOUNT + "regional/webacl/[\\w-]{1,128}/[\\w-]+");

  private Arn() {}

  /** Whether the text has the form; empty is refused as missing. */
  static List<Violation> form(String field, Pattern form, Rule rule, String value) {
    if (value.isEmpty()) {
      return List.of(Violation.of(field, Rule.REQUIRED));
    }
    return form.matcher(value).matches() ? List.of() : List.of(Violation.of(field, rule, value));
  }

  /** The form, then whether what is named stands in the region. */
  static List<Violation> formAndRegion(
      String field, Pattern form, Rule rule, Rule otherRegion, String value, String region) {
    List<Violation> found = new ArrayList<>(form(field, form, rule, value));
    Matcher matcher = form.matcher(value);
    if (matcher.matches()) {
      String named = matcher.group("region");
      if (named != null && !named.equals(region)) {
        found.add(Violation.of(field, otherRegion, named, region));
      }
    }
    return found;
  }
}
