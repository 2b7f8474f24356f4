/** The frame around all screens: navigation, theme, window. Knows no screen; the wiring does. */
@NullMarked
package portico.desktop.app;

import org.jspecify.annotations.NullMarked;
