/** Tests of the wizard's package of the same name. */
@NullMarked
package portico.desktop.wizard.targets;

import org.jspecify.annotations.NullMarked;
