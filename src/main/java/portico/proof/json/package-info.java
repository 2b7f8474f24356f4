/** Reports of proofs as JSON, for files and for machines. */
@NullMarked
package portico.proof.json;

import org.jspecify.annotations.NullMarked;
