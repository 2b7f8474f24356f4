package portico.model;

import java.net.Inet6Address;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An IPv6 address and prefix length.
 *
 * @param high the address's first 64 bits
 * @param low its last 64 bits
 * @param prefixLength 0 to 128
 */
public record Ipv6Network(long high, long low, int prefixLength) {
  private static final Pattern FORM =
      Pattern.compile("([0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)/(0|[1-9]\\d{0,2})");

  public Ipv6Network {
    if (prefixLength < 0 || prefixLength > 128) {
      throw new IllegalArgumentException("not a prefix length: " + prefixLength);
    }
  }

  /**
   * The network that {@code text} names in CIDR notation, host bits kept; empty when it names none
   * or an IPv4 address in IPv6 clothes.
   */
  public static Optional<Ipv6Network> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int prefix = Integer.parseInt(matcher.group(2));
    byte[] bytes = bytes(matcher.group(1));
    return bytes.length != 16 || prefix > 128
        ? Optional.empty()
        : Optional.of(new Ipv6Network(word(bytes, 0), word(bytes, 8), prefix));
  }

  /** The 16 bytes of an address, or fewer when it is none. Nothing is looked up. */
  private static byte[] bytes(String address) {
    try {
      return Inet6Address.ofLiteral(address).getAddress();
    } catch (IllegalArgumentException noAddress) {
      return new byte[0];
    }
  }

  private static long word(byte[] bytes, int from) {
    long word = 0;
    for (int index = from; index < from + 8; index++) {
      word = (word << 8) | (bytes[index] & 0xFF);
    }
    return word;
  }

  /** Whether address bits beyond the prefix are set. */
  public boolean hasHostBits() {
    return !equals(canonical());
  }

  /** The same network with the host bits cleared. */
  public Ipv6Network canonical() {
    return new Ipv6Network(high & mask(prefixLength), low & mask(prefixLength - 64), prefixLength);
  }

  /** Whether every address of {@code other} is one of this network. */
  public boolean contains(Ipv6Network other) {
    return prefixLength <= other.prefixLength
        && canonical().equals(new Ipv6Network(other.high, other.low, prefixLength).canonical());
  }

  private static long mask(int bits) {
    if (bits <= 0) {
      return 0;
    }
    return bits >= 64 ? -1L : -1L << (64 - bits);
  }

  /** As RFC 5952 wants it: lower case, and the longest run of two or more zeros left out. */
  @Override
  public String toString() {
    int[] groups = new int[8];
    for (int index = 0; index < 8; index++) {
      groups[index] = (int) ((index < 4 ? high : low) >>> (48 - 16 * (index % 4)) & 0xFFFF);
    }
    int start = 0;
    int length = 0;
    for (int index = 0; index < 8; index++) {
      int end = index;
      while (end < 8 && groups[end] == 0) {
        end++;
      }
      if (end - index > length) {
        start = index;
        length = end - index;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int index = 0; index < 8; index++) {
      if (length > 1 && index == start) {
        text.append("::");
        index += length - 1;
      } else {
        text.append(index == 0 || text.toString().endsWith(":") ? "" : ":");
        text.append(Integer.toHexString(groups[index]));
      }
    }
    return text + "/" + prefixLength;
  }
}
