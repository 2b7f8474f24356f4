package portico.desktop.widget.map;

import java.util.Optional;
import java.util.OptionalInt;
import portico.catalog.TargetHealth;
import portico.model.EnvironmentSpec;
import portico.model.ListenerRuleSpec;
import portico.model.ListenerSpec;
import portico.model.TargetGroupSpec;

/** What a node of the map stands for. */
public sealed interface MapSubject {
  /** The same for the same thing in every layout. */
  String id();

  record Balancer(EnvironmentSpec spec) implements MapSubject {
    @Override
    public String id() {
      return "balancer";
    }
  }

  record Listener(ListenerSpec listener) implements MapSubject {
    @Override
    public String id() {
      return "listener " + listener.name();
    }
  }

  /**
   * A rule of a listener.
   *
   * @param rule empty for the default action
   */
  record Rule(ListenerSpec listener, Optional<ListenerRuleSpec> rule) implements MapSubject {
    @Override
    public String id() {
      return "rule "
          + listener.name()
          + " "
          + rule.map(each -> String.valueOf(each.priority())).orElse("default");
    }
  }

  record Group(TargetGroupSpec group) implements MapSubject {
    @Override
    public String id() {
      return "group " + group.name();
    }
  }

  /** All targets of a large group in one node, which opens and closes. */
  record Targets(TargetGroupSpec group, boolean open) implements MapSubject {
    @Override
    public String id() {
      return "targets " + group.name();
    }
  }

  /**
   * One target.
   *
   * @param target the id that AWS knows it by
   * @param port the port that takes requests; empty for a function
   * @param health what AWS says of it; empty before the deployment and while nothing is known
   */
  record Target(
      TargetGroupSpec group, String target, OptionalInt port, Optional<TargetHealth> health)
      implements MapSubject {
    @Override
    public String id() {
      return "target " + group.name() + " " + target + " " + port.orElse(0);
    }
  }
}
