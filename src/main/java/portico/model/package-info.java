/**
 * What a user chooses, and AWS's rules on it. Depends on {@code java.*} alone: no I/O, no SDK, no
 * toolkit.
 *
 * <p>A spec is made of plain records that can hold any value a user may type, right or wrong;
 * {@link portico.model.SpecRules} says what AWS would refuse, as {@link portico.model.Violation}
 * values. Nothing past the review step accepts a spec with violations.
 */
@NullMarked
package portico.model;

import org.jspecify.annotations.NullMarked;
