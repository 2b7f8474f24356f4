/** Tests of the resource map. */
@NullMarked
package portico.desktop.widget.map;

import org.jspecify.annotations.NullMarked;
