/** Environments, that is Pulumi stacks of the backend: what exists, its outputs and its state. */
@NullMarked
package portico.environment;

import org.jspecify.annotations.NullMarked;
