/** Fourth step: the load balancer's name, its listener and who may reach it. */
@NullMarked
package portico.desktop.wizard.access;

import org.jspecify.annotations.NullMarked;
