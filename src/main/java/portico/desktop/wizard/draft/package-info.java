/**
 * What the wizard's steps have decided, as values that are complete or absent; together they make a
 * spec.
 */
@NullMarked
package portico.desktop.wizard.draft;

import org.jspecify.annotations.NullMarked;
