/** Tests of the checks before a deployment. */
@NullMarked
package portico.preflight;

import org.jspecify.annotations.NullMarked;
