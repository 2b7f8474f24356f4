/**
 * What the file backend keeps: checkpoints, their verified copies, locks, and what stands in them.
 */
@NullMarked
package portico.engine.state;

import org.jspecify.annotations.NullMarked;
