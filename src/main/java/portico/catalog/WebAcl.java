package portico.catalog;

/**
 * A regional web ACL of AWS WAF.
 *
 * @param description may be empty
 */
public record WebAcl(String arn, String name, String description) {}
