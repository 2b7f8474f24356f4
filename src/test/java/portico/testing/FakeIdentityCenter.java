package portico.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * IAM Identity Center on this machine: SSO-OIDC's device authorisation and SSO's role credentials,
 * at the paths and with the fields of their API references.
 */
public final class FakeIdentityCenter implements AutoCloseable {
  public static final String ACCESS_TOKEN = "the-access-token";

  /** What CreateToken answers, in order: an OAuth error, or "token"; the last one is repeated. */
  public final Deque<String> answers = new ArrayDeque<>(List.of("token"));

  /** Bodies of the requests by path, in order, such as {@code /token {...}}. */
  public final List<String> requests = new CopyOnWriteArrayList<>();

  /** The refusal of StartDeviceAuthorization; empty to accept. */
  public String refusal = "";

  public int interval = 2;

  private final HttpServer server;
  private final JsonMapper mapper = new JsonMapper();

  public FakeIdentityCenter() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The bodies that were sent to a path. */
  public List<JsonNode> sentTo(String path) {
    return requests.stream()
        .filter(each -> each.startsWith(path + " "))
        .map(each -> mapper.readTree(each.substring(path.length() + 1)))
        .toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      requests.add(path + " " + (body.isEmpty() ? "{}" : body));
      switch (path) {
        case "/client/register" ->
            reply(
                exchange,
                200,
                "{\"clientId\":\"the-client\",\"clientSecret\":\"the-client-secret\","
                    + "\"clientIdIssuedAt\":1,\"clientSecretExpiresAt\":4102444800}");
        case "/device_authorization" -> authorize(exchange);
        case "/token" -> token(exchange, answers.size() > 1 ? answers.remove() : answers.element());
        case "/federation/credentials" -> roleCredentials(exchange);
        default -> reply(exchange, 404, "{}");
      }
    }
  }

  private void authorize(HttpExchange exchange) throws IOException {
    if (!refusal.isEmpty()) {
      error(exchange, refusal, "InvalidRequestException");
      return;
    }
    reply(
        exchange,
        200,
        "{\"deviceCode\":\"the-device-code\",\"userCode\":\"BCDF-GHJK\","
            + "\"verificationUri\":\"https://device.portico-test.invalid/\","
            + "\"verificationUriComplete\":"
            + "\"https://device.portico-test.invalid/?user_code=BCDF-GHJK\","
            + "\"expiresIn\":600,\"interval\":"
            + interval
            + "}");
  }

  private static void token(HttpExchange exchange, String answer) throws IOException {
    switch (answer) {
      case "authorization_pending" -> error(exchange, answer, "AuthorizationPendingException");
      case "slow_down" -> error(exchange, answer, "SlowDownException");
      case "expired_token" -> error(exchange, answer, "ExpiredTokenException");
      case "access_denied" -> error(exchange, answer, "AccessDeniedException");
      default ->
          reply(
              exchange,
              200,
              "{\"accessToken\":\""
                  + ACCESS_TOKEN
                  + "\",\"tokenType\":\"Bearer\",\"expiresIn\":28800,"
                  + "\"refreshToken\":\"the-refresh-token\"}");
    }
  }

  private static void roleCredentials(HttpExchange exchange) throws IOException {
    String token = exchange.getRequestHeaders().getFirst("x-amz-sso_bearer_token");
    if (!ACCESS_TOKEN.equals(token)) {
      exchange.getResponseHeaders().add("x-amzn-ErrorType", "UnauthorizedException");
      reply(exchange, 401, "{\"message\":\"Session token not found or invalid\"}");
      return;
    }
    reply(
        exchange,
        200,
        "{\"roleCredentials\":{\"accessKeyId\":\"ASIAFROMSIGNIN\",\"secretAccessKey\":\"s\","
            + "\"sessionToken\":\"t\",\"expiration\":4102444800000}}");
  }

  private static void error(HttpExchange exchange, String error, String type) throws IOException {
    exchange.getResponseHeaders().add("x-amzn-ErrorType", type);
    reply(
        exchange,
        400,
        "{\"error\":\"" + error + "\",\"error_description\":\"said of " + error + "\"}");
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
