package portico.catalog;

/**
 * Who the credentials belong to.
 *
 * @param account twelve digits
 * @param arn of the user or assumed role
 * @param userId AWS's unique id of the caller
 */
public record CallerIdentity(String account, String arn, String userId) {}
