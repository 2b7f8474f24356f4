/**
 * Previews, deployments and destroys, as users see them. An operation is a folder with a request, a
 * journal of events and, when it is over, a result; a worker process writes them, and desktop and
 * command line only read. {@link portico.operation.Operations} is the port.
 */
@NullMarked
package portico.operation;

import org.jspecify.annotations.NullMarked;
