/** Tests of the Pulumi program, run with Pulumi's own mocks. */
@NullMarked
package portico.program;

import org.jspecify.annotations.NullMarked;
