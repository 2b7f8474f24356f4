package portico.practice.aws.data;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stands in for Lambda functions: answers with the event that a function would be given, in the
 * contract between load balancers and Lambda (ALB guide, "Lambda functions as targets").
 */
final class FunctionEcho {
  /** The largest request body, in bytes. */
  static final int LARGEST = 1024 * 1024;

  private final JsonMapper json = new JsonMapper();

  /** The event for a request. */
  String event(Pool pool, HttpServerRequest request, Facts facts, Buffer body) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.putObject("requestContext").putObject("elb").put("targetGroupArn", pool.group().arn());
    event.put("httpMethod", facts.method()).put("path", facts.path());
    boolean many = pool.values().flag("lambda.multi_value_headers.enabled", false);
    ObjectNode query =
        event.putObject(many ? "multiValueQueryStringParameters" : "queryStringParameters");
    for (String pair : facts.query().isEmpty() ? new String[0] : facts.query().split("&")) {
      int equals = pair.indexOf('=');
      String key = equals < 0 ? pair : pair.substring(0, equals);
      add(query, key, List.of(equals < 0 ? "" : pair.substring(equals + 1)), many);
    }
    ObjectNode headers = event.putObject(many ? "multiValueHeaders" : "headers");
    for (Map.Entry<String, List<String>> each : facts.headers().entrySet()) {
      add(headers, each.getKey(), each.getValue(), many);
    }
    boolean text = isText(request);
    event.put("body", text ? body.toString() : Base64.getEncoder().encodeToString(body.getBytes()));
    event.put("isBase64Encoded", !text);
    return json.writeValueAsString(event);
  }

  private static void add(ObjectNode to, String key, List<String> values, boolean many) {
    if (many) {
      values.forEach(to.withArray(key)::add);
    } else {
      to.put(key, values.getLast());
    }
  }

  private static boolean isText(HttpServerRequest request) {
    String type = request.getHeader("Content-Type");
    return request.getHeader("Content-Encoding") == null
        && (type == null
            || type.startsWith("text/")
            || type.startsWith("application/json")
            || type.startsWith("application/javascript")
            || type.startsWith("application/xml"));
  }

  /** What the built-in function returns for an event. */
  String invoke(String event) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("statusCode", 200).put("statusDescription", "200 OK").put("isBase64Encoded", false);
    answer
        .putObject("headers")
        .put("Content-Type", "application/json")
        .put(Pages.MARK, "simulated");
    return json.writeValueAsString(answer.put("body", event));
  }

  /** Sends what a function returned. */
  void send(Front front, HttpServerResponse response, String returned) {
    JsonNode answer = json.readTree(returned);
    response.setStatusCode(answer.path("statusCode").asInt(502));
    answer
        .path("headers")
        .properties()
        .forEach(each -> response.putHeader(each.getKey(), each.getValue().asString()));
    Pages.addHeaders(front, response);
    String body = answer.path("body").asString("");
    response.end(
        answer.path("isBase64Encoded").asBoolean(false)
            ? Buffer.buffer(Base64.getDecoder().decode(body))
            : Buffer.buffer(body));
  }
}
