/** Tests of what the wizard's steps are put together from. */
@NullMarked
package portico.desktop.wizard.view;

import org.jspecify.annotations.NullMarked;
