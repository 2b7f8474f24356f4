package portico.spec;

import java.util.Optional;

/**
 * One thing wrong with a spec file.
 *
 * @param at where in the text; empty for what is not written there
 * @param field path of the field, such as {@code targetGroups[0].healthCheck.path}; empty when it
 *     is about the whole
 * @param fault what is wrong
 */
public record SpecProblem(Optional<SpecPosition> at, String field, SpecFault fault) {}
