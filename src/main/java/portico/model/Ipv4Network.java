package portico.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An IPv4 address and prefix length.
 *
 * @param address 32 bits, the first octet in the highest byte
 * @param prefixLength 0 to 32
 */
public record Ipv4Network(int address, int prefixLength) {
  /** No leading zeros: some readers take 010 for eight. */
  private static final String NUMBER = "(0|[1-9]\\d{0,2})";

  private static final Pattern FORM =
      Pattern.compile(NUMBER + "\\." + NUMBER + "\\." + NUMBER + "\\." + NUMBER + "/(0|[1-9]\\d?)");

  public Ipv4Network {
    if (prefixLength < 0 || prefixLength > 32) {
      throw new IllegalArgumentException("not a prefix length: " + prefixLength);
    }
  }

  /**
   * The network that {@code text} names in CIDR notation, host bits kept; empty when it names none.
   */
  public static Optional<Ipv4Network> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int address = 0;
    for (int group = 1; group <= 4; group++) {
      int octet = Integer.parseInt(matcher.group(group));
      if (octet > 255) {
        return Optional.empty();
      }
      address = address << 8 | octet;
    }
    int prefix = Integer.parseInt(matcher.group(5));
    return prefix > 32 ? Optional.empty() : Optional.of(new Ipv4Network(address, prefix));
  }

  /** Whether address bits beyond the prefix are set. */
  public boolean hasHostBits() {
    return (address & ~mask()) != 0;
  }

  /** The same network with the host bits cleared. */
  public Ipv4Network canonical() {
    return new Ipv4Network(address & mask(), prefixLength);
  }

  /** Whether every address of {@code other} is one of this network. */
  public boolean contains(Ipv4Network other) {
    return prefixLength <= other.prefixLength
        && canonical().equals(new Ipv4Network(other.address, prefixLength).canonical());
  }

  private int mask() {
    return prefixLength == 0 ? 0 : -1 << (32 - prefixLength);
  }

  @Override
  public String toString() {
    return "%d.%d.%d.%d/%d"
        .formatted(
            address >>> 24, address >>> 16 & 255, address >>> 8 & 255, address & 255, prefixLength);
  }
}
