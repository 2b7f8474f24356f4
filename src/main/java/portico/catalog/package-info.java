/**
 * What can be chosen in an AWS account, read only: identities, regions, VPCs, subnets, instances,
 * certificates, and the state of what is already there. {@link portico.catalog.Catalog} is the
 * port; {@code portico.catalog.aws} reads through the AWS SDK.
 */
@NullMarked
package portico.catalog;

import org.jspecify.annotations.NullMarked;
