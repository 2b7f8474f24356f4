package portico.text;

import java.util.OptionalLong;
import portico.operation.InstallEvent;

/** What the engine's installation does, in one line. */
public final class InstallText {
  private static final long MEGABYTE = 1024 * 1024;

  private final Words words;

  public InstallText(Words words) {
    this.words = words;
  }

  public String of(InstallEvent event) {
    return switch (event) {
      case InstallEvent.Looking(String where) ->
          words.get(
              "install.looking",
              words.has("engine.source." + where) ? words.get("engine.source." + where) : where);
      case InstallEvent.Waiting(String lock) -> words.get("install.waiting", lock);
      case InstallEvent.Downloading(long bytes, OptionalLong total) ->
          total.isPresent()
              ? words.get("install.downloading-of", bytes / MEGABYTE, total.getAsLong() / MEGABYTE)
              : words.get("install.downloading", bytes / MEGABYTE);
      case InstallEvent.Verifying() -> words.get("install.verifying");
      case InstallEvent.Unpacking() -> words.get("install.unpacking");
      case InstallEvent.Building(String line) -> words.get("install.building", line);
      case InstallEvent.Ready(String version, String binary) ->
          words.get("install.ready", version, binary);
    };
  }
}
