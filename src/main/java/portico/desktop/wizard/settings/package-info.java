/** What the load balancer does beside routing: timeouts, logs, protection, tags. */
@NullMarked
package portico.desktop.wizard.settings;

import org.jspecify.annotations.NullMarked;
