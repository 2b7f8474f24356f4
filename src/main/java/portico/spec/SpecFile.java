package portico.spec;

import portico.model.EnvironmentSpec;

/** Reads and writes spec files. */
public final class SpecFile {
  private SpecFile() {}

  /**
   * Reads a spec. Contacts nothing. Never answers {@link SpecAnswer.Unreadable}.
   *
   * @param text YAML or JSON, at most 256 Ki characters
   */
  public static SpecAnswer<SpecDraft> read(String text) {
    return new SpecReader().read(text);
  }

  /** The spec as YAML, every field written out; reading and resolving it gives the spec again. */
  public static String write(EnvironmentSpec spec) {
    return SpecWriter.write(spec);
  }
}
