/** Tests of the data plane's parts, each by itself. */
@NullMarked
package portico.practice.aws.data;

import org.jspecify.annotations.NullMarked;
