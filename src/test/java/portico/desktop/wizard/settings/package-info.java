/** Tests of the wizard's package of the same name. */
@NullMarked
package portico.desktop.wizard.settings;

import org.jspecify.annotations.NullMarked;
