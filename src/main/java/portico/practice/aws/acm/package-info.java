/** The simulated AWS Certificate Manager, read only. */
@NullMarked
package portico.practice.aws.acm;

import org.jspecify.annotations.NullMarked;
