/** Tests of the wizard's package of the same name. */
@NullMarked
package portico.desktop.wizard.form;

import org.jspecify.annotations.NullMarked;
