/** The first step: what is served, and what follows from that. */
@NullMarked
package portico.desktop.wizard.serve;

import org.jspecify.annotations.NullMarked;
