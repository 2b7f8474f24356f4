/** Nodes that the views of the wizard's steps share. */
@NullMarked
package portico.desktop.wizard.view;

import org.jspecify.annotations.NullMarked;
