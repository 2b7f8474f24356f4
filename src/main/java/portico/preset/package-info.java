/**
 * What Portico knows of inference servers: presets as data with a reason for each value, the
 * settings that a server needs behind a load balancer, and what a pasted command says.
 *
 * <p>The knowledge is in {@code presets.yaml}; the classes here read it and know no server.
 */
@NullMarked
package portico.preset;

import org.jspecify.annotations.NullMarked;
