package portico.practice.aws.http;

/**
 * The errors any operation can end with, under the names and statuses of the families of services
 * (AWS, "Common errors" of EC2, Elastic Load Balancing and ACM).
 */
public enum CommonErrors {
  /** EC2's names. */
  EC2,
  /** The names of the other query services. */
  QUERY,
  /** The names of the JSON services. */
  JSON,
  /** Those of the REST services: the same, some with other statuses. */
  REST,
  /** Those of S3. */
  S3;

  /** The credentials' session is over. */
  public AwsException expiredToken() {
    return switch (this) {
      case EC2 -> new AwsException("RequestExpired", "Request has expired.");
      case QUERY -> new AwsException("ExpiredToken", 403, EXPIRED);
      case JSON -> new AwsException("ExpiredTokenException", EXPIRED);
      case REST -> new AwsException("ExpiredTokenException", 403, EXPIRED);
      case S3 -> new AwsException("ExpiredToken", "The provided token has expired.");
    };
  }

  /** The caller is known and may not do this. */
  public AwsException denied(String operation) {
    return denied(operation, "because no identity-based policy allows the action");
  }

  /** The caller is known, and a policy of its own says that it may not do this. */
  public AwsException deniedByPolicy(String operation) {
    return denied(operation, "with an explicit deny in an identity-based policy");
  }

  private AwsException denied(String operation, String because) {
    String who = "User: arn:aws:iam::123456789012:user/practice is not authorized to perform: ";
    String why = who + operation + " " + because;
    return switch (this) {
      case EC2 ->
          new AwsException(
              "UnauthorizedOperation",
              403,
              "You are not authorized to perform this operation. " + why);
      case QUERY, S3 -> new AwsException("AccessDenied", 403, why);
      case JSON -> new AwsException("AccessDeniedException", why);
      case REST -> new AwsException("AccessDeniedException", 403, why);
    };
  }

  /** Too many requests. */
  public AwsException throttled() {
    return switch (this) {
      case EC2 -> new AwsException("RequestLimitExceeded", 503, "Request limit exceeded.");
      case QUERY -> new AwsException("Throttling", "Rate exceeded");
      case JSON -> new AwsException("ThrottlingException", "Rate exceeded");
      case REST -> new AwsException("TooManyRequestsException", 429, "Rate Exceeded.");
      case S3 -> new AwsException("SlowDown", 503, "Please reduce your request rate.");
    };
  }

  /** The access key is not known, or the region is not enabled for the account. */
  public AwsException unknownCredentials() {
    String text = "The security token included in the request is invalid.";
    return switch (this) {
      case EC2 ->
          new AwsException(
              "AuthFailure", 401, "AWS was not able to validate the provided access credentials");
      case QUERY -> new AwsException("InvalidClientTokenId", 403, text);
      case JSON -> new AwsException("UnrecognizedClientException", text);
      case REST -> new AwsException("UnrecognizedClientException", 403, text);
      case S3 ->
          new AwsException(
              "InvalidAccessKeyId",
              403,
              "The AWS Access Key Id you provided does not exist in our records.");
    };
  }

  /** No credentials at all. */
  public AwsException noCredentials() {
    return switch (this) {
      case EC2, QUERY ->
          new AwsException(
              "MissingAuthenticationToken", 403, "Request is missing Authentication Token");
      case JSON, REST ->
          new AwsException("MissingAuthenticationTokenException", "Missing Authentication Token");
      case S3 -> new AwsException("AccessDenied", 403, "Access Denied");
    };
  }

  /** The service does not have the operation, or the simulation does not. */
  public AwsException unknownAction(String action) {
    String text = "The action " + action + " is not valid for this web service, or not simulated.";
    return switch (this) {
      case EC2, QUERY -> new AwsException("InvalidAction", text);
      case JSON, REST -> new AwsException("UnknownOperationException", text);
      case S3 ->
          new AwsException(
              "NotImplemented",
              501,
              "A header you provided implies functionality that is not implemented");
    };
  }

  /** The service itself failed. */
  public AwsException internal(String cause) {
    return new AwsException(
        this == EC2 || this == S3 ? "InternalError" : "InternalFailure", 500, cause);
  }

  private static final String EXPIRED = "The security token included in the request is expired";
}
