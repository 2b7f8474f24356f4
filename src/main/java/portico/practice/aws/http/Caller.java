package portico.practice.aws.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who sent a request, by its credential scope {@code key/date/region/service/aws4_request}. The
 * signature itself is not checked: any access key is good.
 *
 * @param service the service's signing name, such as {@code ec2}
 */
public record Caller(String accessKey, String region, String service) {
  private static final Pattern SCOPE =
      Pattern.compile("([^/\\s,=]+)/\\d{8}/([a-z0-9-]+)/([a-z0-9-]+)/aws4_request");

  /** Reads an {@code Authorization} header or an {@code X-Amz-Credential} parameter. */
  public static Optional<Caller> parse(String credential) {
    Matcher scope = SCOPE.matcher(credential);
    return scope.find()
        ? Optional.of(new Caller(scope.group(1), scope.group(2), scope.group(3)))
        : Optional.empty();
  }
}
