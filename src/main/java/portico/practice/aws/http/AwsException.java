package portico.practice.aws.http;

import java.io.Serial;

/** A refusal in AWS's terms; each protocol writes it in its own form. */
public final class AwsException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String code;
  private final int status;

  /**
   * A refusal.
   *
   * @param code AWS's error code, such as {@code ValidationError}
   * @param status the HTTP status it comes with
   */
  public AwsException(String code, int status, String message) {
    super(message, null, false, false);
    this.code = code;
    this.status = status;
  }

  /** A refusal of a wrong request: status 400. */
  public AwsException(String code, String message) {
    this(code, 400, message);
  }

  /** AWS's error code. */
  public String code() {
    return code;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** What is wrong, in AWS's words where they are known. */
  public String message() {
    return String.valueOf(getMessage());
  }
}
