/** Tests of what lies on disk. */
@NullMarked
package portico.engine.state;

import org.jspecify.annotations.NullMarked;
