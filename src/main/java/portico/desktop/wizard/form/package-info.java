/**
 * Parts that every step of the wizard is made of: fields with rules, loading, and what hinders
 * going on.
 */
@NullMarked
package portico.desktop.wizard.form;

import org.jspecify.annotations.NullMarked;
