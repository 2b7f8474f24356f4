/** Beginning a wizard with a load balancer that is there already. */
@NullMarked
package portico.desktop.wizard.takeover;

import org.jspecify.annotations.NullMarked;
