/**
 * Operations on disk: {@code request.json}, {@code events.ndjson} and {@code result.json} in a
 * folder for each. One worker writes, anyone reads.
 */
@NullMarked
package portico.operation.journal;

import org.jspecify.annotations.NullMarked;
