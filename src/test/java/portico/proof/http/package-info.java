/** The steps of a proof against real servers on this machine. */
@NullMarked
package portico.proof.http;

import org.jspecify.annotations.NullMarked;
