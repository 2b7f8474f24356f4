/**
 * Leaving Portico: an environment as a program or script of other tools, which then keep it.
 *
 * <p>{@link portico.export.Exporter} describes the resources once, as a {@link
 * portico.export.Stack}, and one writer per language puts them into words. No I/O: what comes out
 * is texts by file name.
 */
@NullMarked
package portico.export;

import org.jspecify.annotations.NullMarked;
