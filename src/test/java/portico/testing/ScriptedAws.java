package portico.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An HTTP server on this machine that gives AWS's answers word for word, as the test dictates them
 * by operation name. Unknown operations get a 400 with the code {@code NotScripted}.
 */
public final class ScriptedAws implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, List<Reply>> replies = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> scopes = new CopyOnWriteArrayList<>();

  private record Reply(int status, String body) {}

  public ScriptedAws() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Operations that were called, in order. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  /** The bodies of the requests, decoded, in order. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** Whose signatures the requests bore: access key id, day, region and service, by slashes. */
  public List<String> credentialScopes() {
    return List.copyOf(scopes);
  }

  /** The next answer to the operation; the last one given is repeated. */
  public ScriptedAws on(String operation, int status, String body) {
    replies
        .computeIfAbsent(operation, key -> new CopyOnWriteArrayList<>())
        .add(new Reply(status, body));
    return this;
  }

  /** EC2's spelling of an error. */
  public ScriptedAws ec2Error(String operation, int status, String code, String message) {
    return on(
        operation,
        status,
        "<Response><Errors><Error><Code>"
            + code
            + "</Code><Message>"
            + message
            + "</Message></Error></Errors><RequestID>r-1</RequestID></Response>");
  }

  /** The query protocol's spelling of an error: STS and ELBv2. */
  public ScriptedAws queryError(String operation, int status, String code, String message) {
    return on(
        operation,
        status,
        "<ErrorResponse><Error><Type>Sender</Type><Code>"
            + code
            + "</Code><Message>"
            + message
            + "</Message></Error><RequestId>r-1</RequestId></ErrorResponse>");
  }

  /** The JSON protocol's spelling of an error: ACM. */
  public ScriptedAws jsonError(String operation, int status, String code, String message) {
    return on(operation, status, "{\"__type\":\"" + code + "\",\"message\":\"" + message + "\"}");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var decoded = URLDecoder.decode(body, StandardCharsets.UTF_8);
      requests.add(decoded);
      var signature = exchange.getRequestHeaders().getFirst("Authorization");
      scopes.add(signature.replaceFirst(".*Credential=([^,]*),.*", "$1"));
      var operation = operation(exchange, decoded);
      asked.add(operation);
      var reply = next(operation);
      var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static String operation(HttpExchange exchange, String body) {
    var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    if (target != null) {
      return target.substring(target.indexOf('.') + 1);
    }
    int from = body.indexOf("Action=") + "Action=".length();
    int to = body.indexOf('&', from);
    return to < 0 ? body.substring(from) : body.substring(from, to);
  }

  private Reply next(String operation) {
    var known = replies.getOrDefault(operation, List.of());
    if (known.isEmpty()) {
      return new Reply(
          400,
          "<Response><Errors><Error><Code>NotScripted</Code><Message>"
              + operation
              + "</Message></Error></Errors></Response>");
    }
    return known.size() == 1 ? known.getFirst() : known.removeFirst();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
