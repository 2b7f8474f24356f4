package portico.practice.aws.data;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import portico.practice.aws.ec2.Reachability;
import portico.practice.aws.elb.Forwarding;
import portico.practice.aws.http.Reply;
import portico.practice.aws.state.Account;
import portico.practice.aws.state.Action;
import portico.practice.aws.state.FixedResponse;
import portico.practice.aws.state.Instance;
import portico.practice.aws.state.Listener;
import portico.practice.aws.state.LoadBalancer;
import portico.practice.aws.state.Redirect;
import portico.practice.aws.state.RegionState;
import portico.practice.aws.state.StateStore;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers as the load balancers themselves would.
 *
 * <ul>
 *   <li>The listener is that of the port in the {@code Host} header, 80 if it names none, whatever
 *       port of this machine the request came in by.
 *   <li>The connection is closed without an answer, as near as HTTP comes to one that cannot be
 *       made, if there is no such load balancer, it is not reachable from the internet, it has no
 *       such listener, or its security groups admit nobody to the port. Whom they admit does not
 *       matter: the simulation cannot know where a practising user would come from.
 *   <li>A load balancer that is still being made answers 503, and so does one without targets.
 *   <li>Only default actions are followed; rules, stickiness and TLS are not.
 *   <li>Every answer has the header {@code X-Portico-Practice: simulated}.
 * </ul>
 */
public final class DataPlane {
  private static final String MARK = "X-Portico-Practice";

  private final StateStore store;
  private final Clock clock;
  private final JsonMapper json = new JsonMapper();

  /** The data plane of the account in a store. */
  public DataPlane(StateStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Answers a request, or, by an empty result, has its connection closed.
   *
   * @param host the load balancer's DNS name
   * @param port the listener's port
   * @param path path and query
   * @throws IOException when the state cannot be read
   */
  public Optional<Reply> answer(String host, int port, String path) throws IOException {
    Account account = store.transact(state -> new StateStore.Change<>(state, state));
    Instant now = clock.instant();
    for (RegionState region : account.regions().values()) {
      for (LoadBalancer balancer : region.loadBalancers().values()) {
        if (balancer.dnsName().toLowerCase(Locale.ROOT).equals(host)) {
          return answer(new Forwarding(region, balancer, now), region, balancer, port, path);
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Reply> answer(
      Forwarding forwarding, RegionState region, LoadBalancer balancer, int port, String path) {
    Optional<Listener> listener = forwarding.listener(port);
    boolean admitted = new Reachability(region).admitsSomebody(balancer.securityGroups(), port);
    if (listener.isEmpty() || !admitted) {
      return Optional.empty();
    }
    if (!forwarding.active()) {
      return Optional.of(page(503, "Service Temporarily Unavailable"));
    }
    Action action = listener.get().actions().getFirst();
    return Optional.of(
        action
            .fixedResponse()
            .map(DataPlane::fixed)
            .or(
                () ->
                    action
                        .redirect()
                        .map(
                            redirect ->
                                redirect(redirect, listener.get(), balancer.dnsName(), path)))
            .orElseGet(() -> forward(forwarding, action, path)));
  }

  private Reply forward(Forwarding forwarding, Action action, String path) {
    Optional<Forwarding.Choice> choice = forwarding.choose(action);
    if (choice.isEmpty()) {
      return page(503, "Service Temporarily Unavailable");
    }
    if (!choice.get().reachable()) {
      return page(504, "Gateway Time-out");
    }
    Optional<Integer> status = choice.get().statusFor(path);
    if (status.isEmpty()) {
      return page(502, "Bad Gateway");
    }
    // An inference server's own answer cannot be simulated: every path it has not says 404.
    return simulated(status.get(), choice.get(), path);
  }

  private Reply simulated(int status, Forwarding.Choice choice, String path) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("simulated", true)
        .put("message", "This is practice mode: no server answered, Portico made this up.")
        .put("path", path)
        .put("target", choice.target().id())
        .put("port", choice.target().port())
        .put("instance", choice.instance().map(DataPlane::name).orElse(""));
    return marked(Reply.of(status, "application/json", json.writeValueAsString(body)));
  }

  private static String name(Instance instance) {
    return instance.tags().getOrDefault("Name", instance.id());
  }

  private static Reply fixed(FixedResponse fixed) {
    return marked(
        Reply.of(
            Integer.parseInt(fixed.statusCode()),
            fixed.contentType().orElse("text/plain"),
            fixed.body().orElse("")));
  }

  private static Reply redirect(Redirect redirect, Listener listener, String host, String path) {
    int query = path.indexOf('?');
    String plain = query < 0 ? path : path.substring(0, query);
    String rest = query < 0 ? "" : path.substring(query + 1);
    String protocol = redirect.protocol().replace("#{protocol}", listener.protocol());
    String target = redirect.host() + ":" + redirect.port() + redirect.path();
    String filledQuery = redirect.query().replace("#{query}", rest);
    String filled =
        target
            .replace("#{host}", host)
            .replace("#{port}", String.valueOf(listener.port()))
            .replace("#{path}", plain.startsWith("/") ? plain.substring(1) : plain);
    int status = redirect.statusCode().equals("HTTP_301") ? 301 : 302;
    Reply page = page(status, status == 301 ? "Moved Permanently" : "Found");
    Map<String, String> headers = new HashMap<>(page.headers());
    headers.put(
        "Location",
        protocol.toLowerCase(Locale.ROOT)
            + "://"
            + filled
            + (filledQuery.isEmpty() ? "" : "?" + filledQuery));
    return new Reply(status, headers, page.body());
  }

  /** The page that a load balancer itself shows. */
  private static Reply page(int status, String words) {
    String html =
        "<html>\r\n<head><title>%d %s</title></head>\r\n<body>\r\n<center><h1>%d %s</h1></center>\r\n</body>\r\n</html>\r\n"
            .formatted(status, words, status, words);
    return marked(Reply.of(status, "text/html", html));
  }

  private static Reply marked(Reply reply) {
    Map<String, String> headers = new HashMap<>(reply.headers());
    headers.put("Server", "awselb/2.0");
    headers.put(MARK, "simulated");
    return new Reply(reply.status(), headers, reply.body());
  }
}
