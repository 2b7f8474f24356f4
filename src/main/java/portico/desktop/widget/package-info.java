/** Small nodes that every screen is built from: fields, badges, cards, rows to copy from. */
@NullMarked
package portico.desktop.widget;

import org.jspecify.annotations.NullMarked;
