/** What several packages' tests share. */
@NullMarked
package portico.testing;

import org.jspecify.annotations.NullMarked;
