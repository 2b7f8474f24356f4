package portico.practice.provider;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A call of AWS failed: {@code <Operation>: <Code>: <message>}, in AWS's words. Credentials that
 * AWS quotes in messages about signatures are blotted out.
 */
final class CallFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Pattern SECRETS =
      Pattern.compile(
          "(?:AKIA|ASIA)[A-Z0-9]{12,}|(?i:x-amz-security-token|authorization)[:=]\\s*[^\\s&,']+");

  private final String code;
  private final boolean answered;

  private CallFailed(
      String operation, String code, String message, boolean answered, SdkException cause) {
    super(operation + ": " + code + ": " + withoutSecrets(message), cause);
    this.code = code;
    this.answered = answered;
  }

  /** The same without the SDK's exception, whose message is AWS's. */
  private CallFailed(String message, CallFailed other) {
    super(message);
    this.code = other.code;
    this.answered = other.answered;
  }

  /** Calls AWS; every failure of the SDK becomes a CallFailed that names the operation. */
  static <T> T call(String operation, Supplier<T> request) {
    try {
      return request.get();
    } catch (AwsServiceException e) {
      Optional<AwsErrorDetails> details = Optional.ofNullable(e.awsErrorDetails());
      String code = details.map(AwsErrorDetails::errorCode).orElse("HTTP " + e.statusCode());
      String message =
          details
              .map(AwsErrorDetails::errorMessage)
              .orElse(Optional.ofNullable(e.getMessage()).orElse(""));
      throw new CallFailed(operation, code, message, e.statusCode() < 500, e);
    } catch (SdkException e) {
      throw new CallFailed(
          operation,
          e.getClass().getSimpleName(),
          Optional.ofNullable(e.getMessage()).orElse(""),
          false,
          e);
    }
  }

  /** Like {@link #call}; values of the request that AWS quotes are blotted out. */
  static <T> T hiding(List<String> secrets, String operation, Supplier<T> request) {
    try {
      return call(operation, request);
    } catch (CallFailed e) {
      String message = String.valueOf(e.getMessage());
      for (String secret : secrets) {
        message = message.replace(secret, "(hidden)");
      }
      throw new CallFailed(message, e);
    }
  }

  /** Like {@link #call}, without an answer. */
  static void run(String operation, Runnable request) {
    call(
        operation,
        () -> {
          request.run();
          return true;
        });
  }

  /**
   * Like {@link #call}; empty when AWS answers with one of {@code absent}, codes that say the thing
   * is not there.
   */
  static <T> Optional<T> find(String operation, Set<String> absent, Supplier<T> request) {
    try {
      return Optional.of(call(operation, request));
    } catch (CallFailed e) {
      if (absent.contains(e.code)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** AWS's error code, such as {@code LoadBalancerNotFound}. */
  String code() {
    return code;
  }

  /** Whether AWS refused, so that nothing was done; false when it is open what the call did. */
  boolean refused() {
    return answered;
  }

  static String withoutSecrets(String text) {
    return SECRETS.matcher(text).replaceAll("(hidden)");
  }
}
