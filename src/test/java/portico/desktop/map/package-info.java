/** Tests of the map tab. */
@NullMarked
package portico.desktop.map;

import org.jspecify.annotations.NullMarked;
