/** Tests of the cost estimate. */
@NullMarked
package portico.cost;

import org.jspecify.annotations.NullMarked;
