package portico.engine.install;

import java.nio.file.Path;

/**
 * An engine that was started once and told its version.
 *
 * @param binary absolute path of the {@code pulumi} program
 * @param version as the program tells it, without a leading {@code v}, such as {@code 3.259.0}
 * @param source where it came from
 */
public record Engine(Path binary, String version, Source source) {
  /** The places an engine comes from, in the order in which they are tried. */
  public enum Source {
    /** The user named this program. */
    SETTING,
    /** A folder of PATH, or a usual place of programs on this system. */
    PATH,
    /** Installed by Portico earlier. */
    CACHE,
    /** Pulumi's release archive, its checksum verified. */
    RELEASE_ARCHIVE,
    /** Built on this machine from the Go module, verified by Go's checksum database. */
    GO_MODULE
  }
}
