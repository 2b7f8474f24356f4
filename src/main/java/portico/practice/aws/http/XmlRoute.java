package portico.practice.aws.http;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * An operation of S3: a method and the part of a bucket that the query names.
 *
 * @param part the parameter of the query that tells it from others; empty for the bucket itself
 * @param permission what IAM calls the right to it
 * @param status the HTTP status of success
 */
public record XmlRoute(
    String method,
    String part,
    String action,
    String permission,
    int status,
    XmlOperation operation) {
  /** The part of requests for an object, whose value is the object's key. */
  public static final String KEY = "Key";

  /** The part of requests for no bucket in particular. */
  public static final String ACCOUNT = "/";

  /** One whose permission has its own name. */
  public XmlRoute(String method, String part, String action, int status, XmlOperation operation) {
    this(method, part, action, action, status, operation);
  }

  /** One operation; it answers the content, which may be empty. */
  @FunctionalInterface
  public interface XmlOperation {
    /** Runs it. The request has the bucket, the parameters of the query, and the body. */
    String run(Call call, JsonNode request);
  }

  boolean isFor(String requestMethod, Map<String, String> query, boolean plain) {
    return method.equals(requestMethod)
        && (part.isEmpty() ? plain : part.equals(ACCOUNT) || query.containsKey(part));
  }
}
