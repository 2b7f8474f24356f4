package portico.catalog.aws;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/**
 * Requests to S3 about whole buckets. They are so few that they do without the SDK's client of S3,
 * which alone is larger than Portico; signature and connection are the SDK's.
 */
public final class S3Requests {
  private static final Pattern CODE = Pattern.compile("<Code>([^<]*)</Code>");
  private static final Pattern MESSAGE = Pattern.compile("<Message>([^<]*)</Message>");

  private final SdkHttpClient http;
  private final AwsCredentialsProvider credentials;
  private final URI address;
  private final String region;
  private final int attempts;
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

  S3Requests(
      SdkHttpClient http,
      AwsCredentialsProvider credentials,
      URI address,
      String region,
      int attempts) {
    this.http = http;
    this.credentials = credentials;
    this.address = address;
    this.region = region;
    this.attempts = attempts;
  }

  /**
   * Sends one request, and once more when it failed on the way or in S3.
   *
   * @param bucket empty for all of the account
   * @param part what of it: a query such as {@code policy}, or of several parameters joined by
   *     ampersands; empty for the bucket itself
   * @return the body of the answer
   * @throws AwsServiceException when S3 refuses
   * @throws SdkClientException when no answer came
   */
  public String send(String method, String bucket, String part, String body) {
    for (int attempt = 1; ; attempt++) {
      try {
        return once(method, bucket, part, body);
      } catch (IOException e) {
        if (attempt >= attempts) {
          throw SdkClientException.create("S3 does not answer: " + e.getMessage(), e);
        }
      } catch (AwsServiceException e) {
        if (attempt >= attempts || e.statusCode() < 500) {
          throw e;
        }
      }
    }
  }

  private String once(String method, String bucket, String part, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    ContentStreamProvider content = ContentStreamProvider.fromByteArray(bytes);
    SdkHttpRequest request = request(method, bucket, part, bytes);
    var signed =
        signer.sign(
            each ->
                each.identity(credentials.resolveCredentials())
                    .request(request)
                    .payload(content)
                    .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "s3")
                    .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, false)
                    .putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, false)
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region));
    HttpExecuteResponse answer =
        http.prepareRequest(
                HttpExecuteRequest.builder()
                    .request(signed.request())
                    .contentStreamProvider(signed.payload().orElse(content))
                    .build())
            .call();
    return text(answer);
  }

  private SdkHttpRequest request(String method, String bucket, String part, byte[] body) {
    SdkHttpRequest.Builder request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.fromValue(method))
            .uri(address)
            .encodedPath("/" + bucket);
    for (String each : part.isEmpty() ? new String[0] : part.split("&", -1)) {
      int equals = each.indexOf('=');
      request.putRawQueryParameter(
          equals < 0 ? each : each.substring(0, equals),
          equals < 0 ? "" : each.substring(equals + 1));
    }
    if (body.length > 0) {
      request.putHeader("Content-Type", "application/xml");
      request.putHeader("Content-Length", String.valueOf(body.length));
      request.putHeader("Content-MD5", md5(body));
    }
    return request.build();
  }

  /** S3 asks for it where a request changes much (API_DeleteObjects, Content-MD5). */
  private static String md5(byte[] body) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("MD5").digest(body));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException(absent);
    }
  }

  private static String text(HttpExecuteResponse answer) throws IOException {
    String body = "";
    if (answer.responseBody().isPresent()) {
      try (InputStream in = answer.responseBody().get()) {
        body = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
    int status = answer.httpResponse().statusCode();
    if (status >= 300) {
      throw AwsServiceException.builder()
          .statusCode(status)
          .awsErrorDetails(
              AwsErrorDetails.builder()
                  .serviceName("S3")
                  .errorCode(found(CODE, body, "HTTP " + status))
                  .errorMessage(found(MESSAGE, body, "S3 gives no reason"))
                  .build())
          .build();
    }
    return body;
  }

  private static String found(Pattern pattern, String body, String otherwise) {
    Matcher found = pattern.matcher(body);
    return found.find()
        ? found
            .group(1)
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&amp;", "&")
        : otherwise;
  }
}
