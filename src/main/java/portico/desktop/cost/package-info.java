/** What an environment costs, as a page of its screen: the bill under a use that can be changed. */
@NullMarked
package portico.desktop.cost;

import org.jspecify.annotations.NullMarked;
