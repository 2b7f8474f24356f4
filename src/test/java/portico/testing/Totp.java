package portico.testing;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The authenticator of the simulated account's user: RFC 6238 with its published secret. */
public final class Totp {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final String SECRET = "PRACTICEPRACTICE";

  private Totp() {}

  /** What the device shows at that time. */
  public static String at(Instant time) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret(), "RAW"));
      long window = Math.floorDiv(time.getEpochSecond(), 30L);
      byte[] digest = mac.doFinal(ByteBuffer.allocate(8).putLong(window).array());
      int number = ByteBuffer.wrap(digest).getInt(digest[19] & 15) & Integer.MAX_VALUE;
      return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] secret() {
    long high = 0;
    long low = 0;
    for (int i = 0; i < 8; i++) {
      high = (high << 5) | ALPHABET.indexOf(SECRET.charAt(i));
      low = (low << 5) | ALPHABET.indexOf(SECRET.charAt(i + 8));
    }
    ByteBuffer bytes = ByteBuffer.allocate(10);
    for (long half : new long[] {high, low}) {
      for (int shift = 32; shift >= 0; shift -= 8) {
        bytes.put((byte) (half >>> shift));
      }
    }
    return bytes.array();
  }
}
