/** The endpoint of a deployed environment: its name, whether it answers, its targets' health. */
@NullMarked
package portico.desktop.result;

import org.jspecify.annotations.NullMarked;
