package portico.catalog.aws;

/**
 * No credentials could be had. Tells failures on the way to the credentials from failures of the
 * call itself; never leaves this package.
 */
final class CredentialsUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What stood in the way. */
  enum Why {
    NOT_CONFIGURED,
    UNKNOWN_PROFILE,
    TOO_SLOW,
    /** The message is the MFA device. */
    CODE_NEEDED,
    PROVIDER_FAILED
  }

  private final Why why;

  CredentialsUnavailable(Why why, String message) {
    super(message);
    this.why = why;
  }

  CredentialsUnavailable(RuntimeException cause) {
    super(cause);
    this.why = Why.PROVIDER_FAILED;
  }

  Why why() {
    return why;
  }
}
