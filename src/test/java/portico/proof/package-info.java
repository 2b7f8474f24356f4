/** Tests of what proofs ask. */
@NullMarked
package portico.proof;

import org.jspecify.annotations.NullMarked;
