/** An environment as code of another tool, as a page of its screen: shown, copied and saved. */
@NullMarked
package portico.desktop.export;

import org.jspecify.annotations.NullMarked;
