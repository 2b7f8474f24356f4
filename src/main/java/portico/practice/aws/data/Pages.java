package portico.practice.aws.data;

import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import portico.practice.aws.state.FixedResponse;

/** What a load balancer answers by itself, and what it adds to the answers of others. */
final class Pages {
  /** On every answer that no server outside of the simulation gave. */
  static final String MARK = "X-Portico-Practice";

  private static final Map<Integer, String> WORDS =
      Map.of(
          301, "Moved Permanently",
          302, "Found",
          400, "Bad Request",
          413, "Request Entity Too Large",
          500, "Internal Server Error",
          502, "Bad Gateway",
          503, "Service Temporarily Unavailable",
          504, "Gateway Time-out");

  private static final String ADDED = "routing.http.response.";
  private static final List<String> ADDABLE =
      List.of(
          "Strict-Transport-Security",
          "Access-Control-Allow-Origin",
          "Access-Control-Allow-Methods",
          "Access-Control-Allow-Headers",
          "Access-Control-Allow-Credentials",
          "Access-Control-Expose-Headers",
          "Access-Control-Max-Age",
          "Content-Security-Policy",
          "X-Content-Type-Options",
          "X-Frame-Options");

  private Pages() {}

  /** Sends the page that a load balancer shows for a status. */
  static void send(Front front, HttpServerResponse response, int status) {
    String words = WORDS.getOrDefault(status, "Error");
    String html =
        "<html>\r\n<head><title>%d %s</title></head>\r\n<body>\r\n<center><h1>%d %s</h1></center>\r\n</body>\r\n</html>\r\n"
            .formatted(status, words, status, words);
    send(front, response, status, "text/html", html);
  }

  static void send(Front front, HttpServerResponse response, FixedResponse fixed) {
    send(
        front,
        response,
        Integer.parseInt(fixed.statusCode()),
        fixed.contentType().orElse("text/plain") + "; charset=utf-8",
        fixed.body().orElse(""));
  }

  private static void send(
      Front front, HttpServerResponse response, int status, String type, String body) {
    response.setStatusCode(status);
    if (front.listenerValues().flag("routing.http.response.server.enabled", true)) {
      response.putHeader("Server", "awselb/2.0");
    }
    response.putHeader(MARK, "simulated").putHeader("Content-Type", type);
    addHeaders(front, response);
    response.end(body);
  }

  /** Adds the headers that the listener's attributes name. */
  static void addHeaders(Front front, HttpServerResponse response) {
    for (String name : ADDABLE) {
      String attribute = name.toLowerCase(Locale.ROOT).replace('-', '_');
      String value = front.listenerValues().text(ADDED + attribute + ".header_value", "");
      if (!value.isEmpty()) {
        response.putHeader(name, value);
      }
    }
  }
}
