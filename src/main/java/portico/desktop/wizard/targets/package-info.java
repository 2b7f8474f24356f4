/** Third step: the target group, its instances and the health check. */
@NullMarked
package portico.desktop.wizard.targets;

import org.jspecify.annotations.NullMarked;
