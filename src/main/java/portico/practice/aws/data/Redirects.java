package portico.practice.aws.data;

import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import portico.practice.aws.state.Redirect;

/** Where a redirect leads to (API_RedirectActionConfig). */
final class Redirects {
  private Redirects() {}

  /**
   * The address for the {@code Location} header. Of the listeners of the same load balancer the
   * port on this machine is named, so that a client that follows arrives.
   *
   * @param localPort the port on this machine for a listener's port, if the load balancer has one
   */
  static String location(
      Redirect redirect, Front front, Facts facts, IntFunction<Optional<Integer>> localPort) {
    String listenerPort = String.valueOf(front.listener().port());
    String protocol = redirect.protocol().replace("#{protocol}", front.listener().protocol());
    String host = filled(redirect.host(), front, facts);
    String port = redirect.port().replace("#{port}", listenerPort);
    String path = filled(redirect.path(), front, facts);
    String query = filled(redirect.query(), front, facts);
    boolean same = host.equalsIgnoreCase(facts.host());
    Optional<Integer> local =
        same && port.matches("\\d{1,5}")
            ? localPort.apply(Integer.parseInt(port))
            : Optional.empty();
    return protocol.toLowerCase(Locale.ROOT)
        + "://"
        + host
        + ":"
        + local.map(String::valueOf).orElse(port)
        + (path.startsWith("/") ? path : "/" + path)
        + (query.isEmpty() ? "" : "?" + query);
  }

  private static String filled(String template, Front front, Facts facts) {
    String path = facts.path().startsWith("/") ? facts.path().substring(1) : facts.path();
    return template
        .replace("#{protocol}", front.listener().protocol())
        .replace("#{port}", String.valueOf(front.listener().port()))
        .replace("#{host}", facts.host())
        .replace("#{path}", path)
        .replace("#{query}", facts.query());
  }

  static int status(Redirect redirect) {
    return redirect.statusCode().equals("HTTP_301") ? 301 : 302;
  }
}
