/** Tests of the wizard's package of the same name. */
@NullMarked
package portico.desktop.wizard.serve;

import org.jspecify.annotations.NullMarked;
