/**
 * From a spec to Pulumi resources of {@code com.pulumi:aws}. No I/O; runs inside the worker alone.
 */
@NullMarked
package portico.program;

import org.jspecify.annotations.NullMarked;
