package portico.preset;

import java.util.List;
import java.util.Optional;

/** All presets, in the order in which they are shown; the one for other servers is the last. */
public final class Presets {
  private final List<Preset> all;

  private Presets(List<Preset> all) {
    this.all = List.copyOf(all);
  }

  /** The presets that come with Portico. */
  public static Presets load() {
    return new Presets(PresetFile.read());
  }

  public List<Preset> all() {
    return all;
  }

  public Optional<Preset> find(String id) {
    return all.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** The preset for servers that Portico does not know. */
  public Preset other() {
    return find(Preset.OTHER).orElseThrow();
  }
}
