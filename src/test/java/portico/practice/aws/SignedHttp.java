package portico.practice.aws;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Calls services in AWS's own protocols, for services of which the tests have no client. */
final class SignedHttp implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LIMIT).build();
  private final URI endpoint;

  SignedHttp(URI endpoint) {
    this.endpoint = endpoint;
  }

  /** An answer; {@code error} is the code of a refusal, if it is one. */
  record Answer(int status, Optional<String> error, String body) {
    JsonNode json() {
      return body.isEmpty() ? JsonNodeFactory.instance.objectNode() : JSON.readTree(body);
    }

    /** The text of the first element of a name in an XML body. */
    String element(String name) {
      int start = body.indexOf("<" + name + ">");
      return start < 0
          ? ""
          : body.substring(start + name.length() + 2, body.indexOf("</" + name + ">", start));
    }
  }

  /** Calls an operation of a JSON 1.1 service; quotes may be written as apostrophes. */
  Answer json(String service, String target, String body) {
    HttpRequest request =
        request(service, "/")
            .header("Content-Type", "application/x-amz-json-1.1")
            .header("X-Amz-Target", target)
            .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
            .build();
    HttpResponse<String> answer = send(request);
    Optional<String> error =
        answer.statusCode() < 400
            ? Optional.empty()
            : Optional.of(JSON.readTree(answer.body()).path("__type").asString(""));
    return new Answer(answer.statusCode(), error, answer.body());
  }

  /** Calls an operation of a REST service; quotes may be written as apostrophes. */
  Answer rest(String service, String method, String path, String body) {
    HttpRequest request =
        request(service, path)
            .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
            .build();
    HttpResponse<String> answer = send(request);
    return new Answer(
        answer.statusCode(), answer.headers().firstValue("x-amzn-ErrorType"), answer.body());
  }

  /** Calls an operation of a query service. */
  Answer query(String service, Map<String, String> parameters) {
    String form =
        parameters.entrySet().stream()
            .map(each -> each.getKey() + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&"));
    HttpRequest request =
        request(service, "/")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    HttpResponse<String> answer = send(request);
    Answer whole = new Answer(answer.statusCode(), Optional.empty(), answer.body());
    Optional<String> error =
        answer.statusCode() < 400 ? Optional.empty() : Optional.of(whole.element("Code"));
    return new Answer(answer.statusCode(), error, answer.body());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String service, String path) {
    String scope = "practice/20261120/us-west-2/" + service + "/aws4_request";
    return HttpRequest.newBuilder(endpoint.resolve(path))
        .timeout(LIMIT)
        .header(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=" + scope + ", SignedHeaders=host, Signature=0");
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
