package portico.catalog;

/**
 * A record by which ACM sees that a domain is the account's, as ACM writes it.
 *
 * @param name with a dot at its end
 * @param type CNAME
 * @param value with a dot at its end
 */
public record ValidationRecord(String name, String type, String value) {
  /** Seconds that name servers may keep it, where Portico makes it. */
  public static final long TTL_SECONDS = 300;
}
