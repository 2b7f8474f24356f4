package portico.catalog;

/**
 * A hosted zone of Route 53.
 *
 * @param id such as Z0123456789ABCDEFGHIJ
 * @param name without a dot at the end
 * @param isPrivate whether it answers in VPCs alone
 */
public record HostedZone(String id, String name, boolean isPrivate) {}
