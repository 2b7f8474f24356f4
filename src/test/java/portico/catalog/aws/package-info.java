/** Tests of the AWS adapter, over real HTTP. */
@NullMarked
package portico.catalog.aws;

import org.jspecify.annotations.NullMarked;
