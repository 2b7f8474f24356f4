/**
 * Adapter of the Pulumi engine: finds or installs the engine's command line, and is the only user
 * of {@code com.pulumi.automation}. The rest of Portico knows operations, not the engine.
 */
@NullMarked
package portico.engine;

import org.jspecify.annotations.NullMarked;
