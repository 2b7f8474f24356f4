package portico.desktop.wizard.draft;

import java.util.List;
import portico.model.ListenerSpec;

/**
 * Where requests come in and where they go.
 *
 * @param listeners at least one, all valid for the chosen target groups
 */
public record RoutingChoice(List<ListenerSpec> listeners) {
  public RoutingChoice {
    listeners = List.copyOf(listeners);
  }
}
