package portico.practice.aws.state;

/**
 * The other side of a security group rule.
 *
 * @param kind what {@code value} is
 * @param value a CIDR block, a prefix list id or a security group id
 */
public record Peer(Kind kind, String value) {
  /** The kinds of peer a rule can name. */
  public enum Kind {
    /** An IPv4 block. */
    IPV4,
    /** An IPv6 block. */
    IPV6,
    /** A managed prefix list. */
    PREFIX_LIST,
    /** Another security group, or the same one. */
    GROUP
  }
}
