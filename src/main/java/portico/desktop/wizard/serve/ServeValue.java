package portico.desktop.wizard.serve;

/**
 * A value that the choice of a server fills in.
 *
 * @param reason why it is that, in one sentence
 */
public record ServeValue(String name, String value, String reason) {}
