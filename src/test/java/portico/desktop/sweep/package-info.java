/** Tests of the page for leftovers. */
@NullMarked
package portico.desktop.sweep;

import org.jspecify.annotations.NullMarked;
