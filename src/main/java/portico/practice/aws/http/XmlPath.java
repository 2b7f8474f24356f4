package portico.practice.aws.http;

import java.util.Map;
import java.util.Optional;
import portico.practice.aws.http.XmlRoute.XmlOperation;

/**
 * An operation of Route 53: a method and a path in which {@code {Name}} stands for a parameter. A
 * slash at the end of a request's path counts for nothing.
 */
public record XmlPath(String method, String path, String action, XmlOperation operation) {
  /** The parameters in a path, still encoded, if it is one of this operation. */
  Optional<Map<String, String>> parameters(String requestMethod, String requestPath) {
    return new PathForm(method, path).parameters(requestMethod, requestPath.replaceFirst("/$", ""));
  }
}
