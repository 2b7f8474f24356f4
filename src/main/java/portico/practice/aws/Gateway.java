package portico.practice.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import portico.practice.aws.http.Reply;

/** Takes every request, tells by its host whether it is for the API, and sends the answer. */
final class Gateway implements HttpHandler {
  private static final int LARGEST_BODY = 1024 * 1024;

  private final ControlPlane control;

  Gateway(ControlPlane control) {
    this.control = control;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Optional<Reply> reply = answer(exchange);
      if (reply.isPresent()) {
        send(exchange, reply.get());
      }
    }
  }

  /** No answer means that the connection is to be closed. */
  private Optional<Reply> answer(HttpExchange exchange) throws IOException {
    String hostAndPort =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host")).orElse("");
    String host = withoutPort(hostAndPort).toLowerCase(Locale.ROOT);
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      return Optional.of(Reply.of(413, "text/plain", "The request is larger than 1 MB\n"));
    }
    if (host.endsWith(".elb.localhost")) {
      return Optional.of(
          Reply.of(
              421,
              "text/plain",
              "This is the API. A load balancer is reached at ports of its own\n"));
    }
    if (!ours(host)) {
      return Optional.of(
          Reply.of(403, "text/plain", "Only loopback and .localhost hosts are served here\n"));
    }
    return control.answer(
        exchange.getRequestMethod(), exchange.getRequestHeaders(), exchange.getRequestURI(), body);
  }

  private static boolean ours(String host) {
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.equals("[::1]")
        || host.matches("127(\\.\\d{1,3}){3}");
  }

  private static String withoutPort(String host) {
    int colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    byte[] content = reply.body().getBytes(StandardCharsets.UTF_8);
    boolean empty = head || content.length == 0;
    exchange.sendResponseHeaders(reply.status(), empty ? -1 : content.length);
    if (!empty) {
      exchange.getResponseBody().write(content);
    }
  }
}
