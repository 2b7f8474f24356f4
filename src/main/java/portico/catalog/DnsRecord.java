package portico.catalog;

/**
 * A record that stands in a hosted zone.
 *
 * @param name without a dot at the end
 * @param type such as A
 * @param target what an alias points at, else its first value; may be empty
 */
public record DnsRecord(String name, String type, String target) {}
