package portico.desktop.wizard.form;

/**
 * What hinders going on from a step.
 *
 * @param control intent id of the control where it is mended
 * @param text what is wrong, in one sentence
 */
public record Problem(String control, String text) {}
