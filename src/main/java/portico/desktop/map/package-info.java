/** The map tab of a deployed environment: live health, what is wrong with targets, and its cure. */
@NullMarked
package portico.desktop.map;

import org.jspecify.annotations.NullMarked;
