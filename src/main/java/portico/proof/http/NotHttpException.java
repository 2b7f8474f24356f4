package portico.proof.http;

import java.io.IOException;

/** What came is not HTTP. */
final class NotHttpException extends IOException {
  private static final long serialVersionUID = 1;

  NotHttpException(String message) {
    super(message);
  }
}
