package portico.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import picocli.CommandLine.Option;
import portico.catalog.CloudAccount;
import portico.operation.ProviderKind;

/** Which AWS, as whom, where. */
final class AccountOptions {
  @Option(names = "--practice")
  private boolean practice;

  @Option(names = "--profile", paramLabel = "NAME")
  private Optional<String> profile = Optional.empty();

  @Option(names = "--endpoint", paramLabel = "URL")
  private Optional<String> endpoint = Optional.empty();

  @Option(names = "--provider", paramLabel = "KIND")
  private Optional<ProviderKind> provider = Optional.empty();

  @Option(names = "--region", paramLabel = "CODE")
  private Optional<String> region = Optional.empty();

  /**
   * The account that the options name; empty when they name none.
   *
   * @throws Refused when they contradict each other
   */
  Optional<CloudAccount> account() {
    if (practice && (profile.isPresent() || endpoint.isPresent())) {
      throw new Refused(Refusal.Usage.of("usage.practice-alone"));
    }
    if (practice) {
      return Optional.of(new CloudAccount.Practice());
    }
    if (endpoint.isPresent()) {
      return Optional.of(new CloudAccount.Endpoint(uri(endpoint.get()), profile));
    }
    return profile.map(name -> new CloudAccount.Profile(Optional.of(name)));
  }

  private static URI uri(String text) {
    try {
      URI uri = new URI(text.replaceAll("/+$", ""));
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (web && uri.getHost() != null && uri.getUserInfo() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Told below, like every other text that is no address.
    }
    throw new Refused(Refusal.Usage.of("usage.endpoint", text.replaceAll("//.*@", "//***@")));
  }

  Optional<ProviderKind> provider() {
    return provider;
  }

  Optional<String> region() {
    return region;
  }
}
