/** Tests of the wizard's package of the same name. */
@NullMarked
package portico.desktop.wizard.review;

import org.jspecify.annotations.NullMarked;
