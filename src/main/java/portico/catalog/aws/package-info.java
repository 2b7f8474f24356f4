/**
 * The catalogue read through the AWS SDK, for AWS itself, the simulated AWS and any other AWS
 * endpoint alike. The SDK's exceptions end in {@code AwsFailures}: outside this package there are
 * only values.
 */
@NullMarked
package portico.catalog.aws;

import org.jspecify.annotations.NullMarked;
