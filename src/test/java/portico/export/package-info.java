/** Tests of exports, by the tools that they are for as far as these are here. */
@NullMarked
package portico.export;

import org.jspecify.annotations.NullMarked;
