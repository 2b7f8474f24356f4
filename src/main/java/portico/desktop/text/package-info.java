/** The desktop's own texts, and how it writes times, durations and sizes. */
@NullMarked
package portico.desktop.text;

import org.jspecify.annotations.NullMarked;
