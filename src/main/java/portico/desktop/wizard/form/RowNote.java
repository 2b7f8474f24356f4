package portico.desktop.wizard.form;

/**
 * What to know of a row before choosing it.
 *
 * @param forbids whether the row cannot be chosen for it
 * @param brief in few words, for the list
 * @param text at full length
 */
public record RowNote(boolean forbids, String brief, String text) {}
