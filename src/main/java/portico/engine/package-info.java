/**
 * The adapter of the Pulumi engine: operations as worker processes over {@code
 * com.pulumi.automation} and the {@code pulumi} CLI, and the state they keep. The only package that
 * knows either.
 */
@NullMarked
package portico.engine;

import org.jspecify.annotations.NullMarked;
