package portico.engine.install;

import java.net.URI;
import java.util.regex.Pattern;

/** Takes user names and passwords out of addresses before anyone reads them. */
final class Redaction {
  private static final Pattern USER_INFORMATION = Pattern.compile("://[^/@\\s]+@");

  private Redaction() {}

  static String of(String text) {
    return USER_INFORMATION.matcher(text).replaceAll("://");
  }

  static URI of(URI uri) {
    return URI.create(of(uri.toString()));
  }
}
