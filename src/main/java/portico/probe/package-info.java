/** Whether an endpoint answers, step by step: DNS, connect, HTTP. */
@NullMarked
package portico.probe;

import org.jspecify.annotations.NullMarked;
