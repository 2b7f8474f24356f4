package portico.practice.aws;

import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** How a request was refused, as the AWS SDK understood it. */
record Refusal(String code, int status, String message) {
  /** Makes a request that must be refused. */
  static Refusal of(Runnable request) {
    try {
      request.run();
    } catch (AwsServiceException refused) {
      return new Refusal(
          refused.awsErrorDetails().errorCode(),
          refused.statusCode(),
          refused.awsErrorDetails().errorMessage());
    }
    throw new AssertionError("The request was not refused");
  }

  /** The code alone. */
  static String codeOf(Runnable request) {
    return of(request).code();
  }
}
