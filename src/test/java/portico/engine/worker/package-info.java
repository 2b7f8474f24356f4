/** Tests of the worker's parts that need no engine. */
@NullMarked
package portico.engine.worker;

import org.jspecify.annotations.NullMarked;
