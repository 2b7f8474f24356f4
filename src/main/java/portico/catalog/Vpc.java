package portico.catalog;

/**
 * @param name the Name tag, or an empty text
 * @param isDefault whether this is the region's default VPC
 */
public record Vpc(String id, String name, String cidr, boolean isDefault) {}
