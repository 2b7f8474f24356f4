/** Running the {@code pulumi} CLI: Portico's own {@code PulumiCommand}. */
@NullMarked
package portico.engine.command;

import org.jspecify.annotations.NullMarked;
