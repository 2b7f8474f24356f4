/**
 * The spec file: one environment as YAML (or JSON, which is YAML too), the machine interface of
 * Portico.
 *
 * <p>{@link portico.spec.SpecFile} reads a text into a {@link portico.spec.SpecDraft}, in which
 * choices such as "the default VPC" are still open, and {@link portico.spec.SpecResolver} closes
 * them against the account. Both answer every problem at once, each with its place in the file;
 * {@link portico.spec.SpecText} has the words.
 */
@NullMarked
package portico.spec;

import org.jspecify.annotations.NullMarked;
