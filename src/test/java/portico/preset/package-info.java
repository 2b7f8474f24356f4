/** Tests of the presets and of reading commands. */
@NullMarked
package portico.preset;

import org.jspecify.annotations.NullMarked;
