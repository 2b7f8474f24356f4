package portico.desktop.wizard.draft;

/**
 * A VPC and where it is: what lists of its instances or security groups are read for.
 *
 * @param vpcId such as {@code vpc-0a1b2c3d}
 */
public record VpcPlace(Place place, String vpcId) {}
