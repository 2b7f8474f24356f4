package portico.desktop.wizard.account;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import portico.desktop.wizard.form.Texts;

/**
 * What an address of an AWS-compatible endpoint looks like: http or https, a host, and nothing that
 * could be a secret, because the address is written to disk.
 */
final class EndpointRule {
  private EndpointRule() {}

  static Optional<String> fault(Texts texts, String text) {
    if (text.isEmpty()) {
      return Optional.of(texts.get("account.endpoint.empty"));
    }
    Optional<URI> uri = parse(text);
    if (uri.isEmpty() || uri.get().getHost() == null || !isHttp(uri.get())) {
      return Optional.of(texts.get("account.endpoint.form"));
    }
    return uri.get().getUserInfo() == null
            && uri.get().getQuery() == null
            && uri.get().getFragment() == null
        ? Optional.empty()
        : Optional.of(texts.get("account.endpoint.bare"));
  }

  static Optional<URI> parse(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }

  private static boolean isHttp(URI uri) {
    return "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
  }
}
