/** Tests of the wizard's package of the same name. */
@NullMarked
package portico.desktop.wizard.network;

import org.jspecify.annotations.NullMarked;
