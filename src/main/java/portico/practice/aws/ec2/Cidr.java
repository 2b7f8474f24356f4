package portico.practice.aws.ec2;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * A block of addresses, of either version.
 *
 * @param bits the length of an address: 32 or 128
 * @param network the first address as a number
 */
public record Cidr(int bits, BigInteger network, int prefix) {
  /** Without leading zeros, which some would read as octal. */
  private static final String PART = "(0|[1-9]\\d{0,2})";

  private static final BigInteger MAPPED = BigInteger.valueOf(0xffffL).shiftLeft(32);

  /** Reads a block such as {@code 10.0.0.0/16}; bits beyond the prefix are cleared, as AWS does. */
  public static Optional<Cidr> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || !text.substring(slash + 1).matches("0|[1-9]\\d{0,2}")) {
      return Optional.empty();
    }
    int prefix = Integer.parseInt(text.substring(slash + 1));
    return number(text.substring(0, slash))
        .filter(address -> prefix <= address.bits())
        .map(address -> address.cut(prefix));
  }

  /** A block of one address. */
  public static Optional<Cidr> number(String address) {
    boolean v4 = address.matches(PART + "(\\." + PART + "){3}");
    if (!v4 && !address.matches("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")) {
      return Optional.empty();
    }
    try {
      byte[] bytes = InetAddress.ofLiteral(address).getAddress();
      int bits = v4 ? 32 : 128;
      BigInteger number = new BigInteger(1, bytes);
      // Java reads ::ffff:10.0.0.1 as an address of version 4
      boolean mapped = !v4 && bytes.length == 4;
      return Optional.of(new Cidr(bits, mapped ? number.add(MAPPED) : number, bits));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private Cidr cut(int length) {
    int rest = bits - length;
    return new Cidr(bits, network.shiftRight(rest).shiftLeft(rest), length);
  }

  /** Whether it is of version 4. */
  public boolean v4() {
    return bits == 32;
  }

  /** Whether all of another block lies in this one. */
  public boolean contains(Cidr other) {
    return bits == other.bits && prefix <= other.prefix && other.cut(prefix).equals(this);
  }

  /** Whether the block holds an address. */
  public boolean contains(String address) {
    return number(address).map(this::contains).orElse(false);
  }

  /** The first address and the prefix length. */
  public String text() {
    byte[] bytes = new byte[bits / 8];
    byte[] magnitude = network.toByteArray();
    int count = Math.min(bytes.length, magnitude.length);
    System.arraycopy(magnitude, magnitude.length - count, bytes, bytes.length - count, count);
    try {
      String address = InetAddress.getByAddress(bytes).getHostAddress();
      return (v4() ? address : shortened(address)) + "/" + prefix;
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The longest run of zero groups becomes {@code ::}. */
  private static String shortened(String address) {
    String best = "";
    for (String run = "0:0"; run.length() <= address.length(); run += ":0") {
      if ((":" + address + ":").contains(":" + run + ":")) {
        best = run;
      }
    }
    if (best.isEmpty()) {
      return address;
    }
    String padded = ":" + address + ":";
    String cut = padded.replaceFirst(":" + best + ":", "::");
    String left = cut.startsWith("::") ? cut : cut.substring(1);
    return left.endsWith("::") ? left : left.substring(0, left.length() - 1);
  }
}
