package portico.engine.install;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The proxies that HTTPS_PROXY, HTTP_PROXY and NO_PROXY name, as curl and Go read them; where none
 * is named, the JVM's own. Java itself does not read these variables.
 */
final class EnvironmentProxies extends ProxySelector {
  private final EngineSettings settings;

  EnvironmentProxies(EngineSettings settings) {
    this.settings = settings;
  }

  @Override
  public List<Proxy> select(URI uri) {
    String host = Optional.ofNullable(uri.getHost()).orElse("").toLowerCase(Locale.ROOT);
    if (isLocal(host) || isExcluded(host)) {
      return List.of(Proxy.NO_PROXY);
    }
    String variable = "https".equalsIgnoreCase(uri.getScheme()) ? "https_proxy" : "http_proxy";
    Optional<Proxy> named = value(variable).flatMap(EnvironmentProxies::proxy);
    return named.map(List::of).orElseGet(() -> ofThisJvm(uri));
  }

  private static List<Proxy> ofThisJvm(URI uri) {
    ProxySelector standard = ProxySelector.getDefault();
    return standard == null ? List.of(Proxy.NO_PROXY) : standard.select(uri);
  }

  private static boolean isLocal(String host) {
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }

  private boolean isExcluded(String host) {
    return Stream.of(value("no_proxy").orElse("").split(",", -1))
        .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> entry.startsWith("*.") ? entry.substring(1) : entry)
        .anyMatch(
            entry ->
                entry.equals("*")
                    || host.equals(entry)
                    || host.endsWith(entry.startsWith(".") ? entry : "." + entry));
  }

  /** By its lower-case name, then its upper-case one; an empty value counts as none. */
  private Optional<String> value(String name) {
    return Stream.of(name, name.toUpperCase(Locale.ROOT))
        .flatMap(candidate -> settings.variable(candidate).stream())
        .filter(text -> !text.isBlank())
        .findFirst();
  }

  private static Optional<Proxy> proxy(String text) {
    String address = text.contains("://") ? text : "http://" + text;
    try {
      URI uri = URI.create(address.strip());
      if (uri.getHost() == null) {
        return Optional.empty();
      }
      int port = uri.getPort() >= 0 ? uri.getPort() : 80;
      return Optional.of(
          new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(uri.getHost(), port)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {
    // The request itself fails and is reported.
  }
}
