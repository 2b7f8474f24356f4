/** The page of an environment that proves its service, and shows the last report. */
@NullMarked
package portico.desktop.proof;

import org.jspecify.annotations.NullMarked;
