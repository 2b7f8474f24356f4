package portico.preset;

/**
 * A value and why it is that.
 *
 * @param because a sentence for people
 */
public record Reasoned<T>(T value, String because) {}
