package portico.practice.aws.data;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLSession;

/** Reads the heads of requests, and writes those that go to targets (ALB guide, "HTTP headers"). */
final class RequestHeads {
  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "expect",
          "http2-settings");

  private final String clientAddress;
  private final RandomGenerator random;

  RequestHeads(String clientAddress, RandomGenerator random) {
    this.clientAddress = clientAddress;
    this.random = random;
  }

  /** Whether a header concerns one connection only. */
  static boolean hopByHop(String name) {
    return HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Whether the client asks to speak another protocol from here on, such as WebSocket. */
  static boolean upgrades(MultiMap headers) {
    return headers.contains("Upgrade")
        && headers.getAll("Connection").stream()
            .anyMatch(each -> each.toLowerCase(Locale.ROOT).contains("upgrade"));
  }

  Facts facts(HttpServerRequest request) {
    Map<String, List<String>> headers = new HashMap<>();
    for (Map.Entry<String, String> each : request.headers()) {
      headers
          .computeIfAbsent(each.getKey().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
          .add(each.getValue());
    }
    return new Facts(
        request.method().name(),
        host(request).replaceAll(":\\d*$", ""),
        Optional.ofNullable(request.path()).orElse("/"),
        Optional.ofNullable(request.query()).orElse(""),
        headers,
        source(request));
  }

  private static String host(HttpServerRequest request) {
    return Optional.ofNullable(request.authority()).map(Object::toString).orElse("");
  }

  private String source(HttpServerRequest request) {
    String address = request.remoteAddress().hostAddress();
    return address == null || address.equals("127.0.0.1") ? clientAddress : address;
  }

  /** The headers for the target. */
  MultiMap forTarget(HttpServerRequest request, Front front, Facts facts, boolean upgrade) {
    Values values = front.balancerValues();
    boolean drop = values.flag("routing.http.drop_invalid_header_fields.enabled", false);
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    for (Map.Entry<String, String> each : request.headers()) {
      boolean valid = !drop || each.getKey().matches("[A-Za-z0-9-]+");
      boolean kept = valid && !hopByHop(each.getKey()) && !each.getKey().startsWith(":");
      if (kept) {
        headers.add(each.getKey(), each.getValue());
      }
    }
    if (upgrade) {
      headers.set("Connection", "Upgrade").set("Upgrade", request.getHeader("Upgrade"));
    }
    headers.set("Host", hostForTarget(request, front));
    addForwarding(headers, request, front, facts);
    addTls(headers, request, values);
    return headers;
  }

  private static String hostForTarget(HttpServerRequest request, Front front) {
    String host = host(request);
    if (front.balancerValues().flag("routing.http.preserve_host_header.enabled", false)) {
      return host;
    }
    String plain = host.replaceAll(":\\d*$", "");
    int port = front.listener().port();
    boolean usual = port == 80 || port == 443;
    // The port on this machine means nothing to the target: it gets that of the listener.
    return usual ? plain : plain + ":" + port;
  }

  private void addForwarding(
      MultiMap headers, HttpServerRequest request, Front front, Facts facts) {
    Values values = front.balancerValues();
    String mode = values.text("routing.http.xff_header_processing.mode", "append");
    boolean withPort = values.flag("routing.http.xff_client_port.enabled", false);
    String client = facts.source() + (withPort ? ":" + request.remoteAddress().port() : "");
    if (mode.equals("remove")) {
      headers.remove("X-Forwarded-For");
    } else if (mode.equals("append")) {
      String before = String.join(", ", headers.getAll("X-Forwarded-For"));
      headers.set("X-Forwarded-For", before.isEmpty() ? client : before + ", " + client);
    }
    headers.set("X-Forwarded-Proto", front.scheme());
    headers.set("X-Forwarded-Port", String.valueOf(front.listener().port()));
    headers.set("X-Amzn-Trace-Id", trace(Optional.ofNullable(headers.get("X-Amzn-Trace-Id"))));
  }

  /** A new trace, or the same with a part of its own (ALB guide, "Request tracing"). */
  private String trace(Optional<String> given) {
    byte[] bytes = new byte[12];
    random.nextBytes(bytes);
    String id =
        "1-%08x-%s".formatted(System.currentTimeMillis() / 1000, HexFormat.of().formatHex(bytes));
    return given
        .map(each -> each.contains("Root=") ? "Self=" + id + ";" + each : "Root=" + id + ";" + each)
        .orElse("Root=" + id);
  }

  private static void addTls(MultiMap headers, HttpServerRequest request, Values values) {
    SSLSession session = request.connection().sslSession();
    String attribute = "routing.http.x_amzn_tls_version_and_cipher_suite.enabled";
    if (session != null && values.flag(attribute, false)) {
      headers.set("X-Amzn-Tls-Version", session.getProtocol());
      headers.set("X-Amzn-Tls-Cipher-Suite", session.getCipherSuite());
    }
  }
}
