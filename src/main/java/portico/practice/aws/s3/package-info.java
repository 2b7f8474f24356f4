/** The simulated S3: buckets with their settings, as far as logs need them. */
@NullMarked
package portico.practice.aws.s3;

import org.jspecify.annotations.NullMarked;
