package portico.practice.aws.http;

import java.util.Map;
import java.util.Optional;
import portico.practice.aws.http.Service.JsonOperation;

/**
 * An operation of a REST service: a method and a path in which {@code {Name}} stands for a
 * parameter.
 *
 * @param status the HTTP status of success
 */
public record Route(
    String method, String path, String action, int status, JsonOperation operation) {
  /** The parameters in a path, still encoded, if it is one of this route. */
  Optional<Map<String, String>> parameters(String requestMethod, String requestPath) {
    return new PathForm(method, path).parameters(requestMethod, requestPath);
  }
}
