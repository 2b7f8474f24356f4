package portico.spec;

/**
 * A place in the text of a spec file.
 *
 * @param line 1 is the first
 * @param column 1 is the first
 */
public record SpecPosition(int line, int column) {}
