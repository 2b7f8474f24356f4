package portico.practice.aws.http;

import java.util.Map;

/** An HTTP answer; the headers hold its content type. */
public record Reply(int status, Map<String, String> headers, String body) {
  /** An answer with a text. */
  public static Reply of(int status, String contentType, String body) {
    return new Reply(status, Map.of("Content-Type", contentType), body);
  }
}
