/** Tests of the page that shows an environment as code of another tool. */
@NullMarked
package portico.desktop.export;

import org.jspecify.annotations.NullMarked;
