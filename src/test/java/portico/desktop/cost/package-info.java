/** Tests of the page that tells what an environment costs. */
@NullMarked
package portico.desktop.cost;

import org.jspecify.annotations.NullMarked;
