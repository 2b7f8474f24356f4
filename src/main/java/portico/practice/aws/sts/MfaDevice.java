package portico.practice.aws.sts;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import portico.practice.aws.state.Account;

/**
 * The virtual MFA device of the simulated account's user: any authenticator shows its codes, by the
 * secret {@code PRACTICEPRACTICE} (RFC 6238: SHA-1, 30 seconds, six digits). A code counts once.
 */
final class MfaDevice {
  static final String ARN = "arn:aws:iam::" + Account.ID + ":mfa/practice";

  /** {@code PRACTICEPRACTICE} in base 32. */
  private static final byte[] SECRET = {
    0x7C, 0x40, 0x29, (byte) 0xA0, 0x44, 0x7C, 0x40, 0x29, (byte) 0xA0, 0x44
  };

  private static final long PERIOD = 30;

  private final Set<Long> used = new HashSet<>();

  /** Whether the code is that of now, of the half minute before or after, and was not used. */
  synchronized boolean accepts(String code, Instant now) {
    long window = now.getEpochSecond() / PERIOD;
    for (long each = window - 1; each <= window + 1; each++) {
      if (code(each).equals(code) && used.add(each)) {
        return true;
      }
    }
    return false;
  }

  /** RFC 4226, 5.3. */
  private static String code(long window) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(SECRET, "RAW"));
      byte[] digest = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(window).array());
      int offset = digest[digest.length - 1] & 0xF;
      int number = ByteBuffer.wrap(digest, offset, Integer.BYTES).getInt() & 0x7FFFFFFF;
      return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA1", e);
    }
  }
}
