/** Tests of what is proven, and of what. */
@NullMarked
package portico.proof;

import org.jspecify.annotations.NullMarked;
