package portico.catalog;

/**
 * @param code such as {@code us-west-2}
 * @param name such as "US West (Oregon)", or the code where no name is known
 */
public record Region(String code, String name) {}
