/** The resource map: an environment from its load balancer to its targets, drawn as a graph. */
@NullMarked
package portico.desktop.widget.map;

import org.jspecify.annotations.NullMarked;
