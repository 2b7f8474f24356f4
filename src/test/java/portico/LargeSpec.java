package portico;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import portico.model.ActionSpec;
import portico.model.ConditionSpec;
import portico.model.EnvironmentSpec;
import portico.model.HealthCheckSpec;
import portico.model.IpTarget;
import portico.model.ListenerRuleSpec;
import portico.model.ListenerSpec;
import portico.model.Protocol;
import portico.model.ProtocolVersion;
import portico.model.TargetGroupAttributes;
import portico.model.TargetGroupSpec;
import portico.model.TargetSpec;
import portico.model.TargetType;

/** The large environment that benchmarks compare with the smallest. */
final class LargeSpec {
  static final int GROUPS = 20;
  static final int TARGETS = 1000;
  static final int RULES = 100;

  private LargeSpec() {}

  static EnvironmentSpec of(EnvironmentSpec smallest, int groups, int targets, int rules) {
    List<TargetGroupSpec> all = new ArrayList<>();
    for (int group = 0; group < groups; group++) {
      all.add(group(group, targets / groups));
    }
    List<ListenerRuleSpec> routes =
        IntStream.range(0, rules)
            .mapToObj(
                index ->
                    new ListenerRuleSpec(
                        "model " + index,
                        index + 1,
                        List.of(new ConditionSpec.PathPattern(List.of("/models/" + index + "/*"))),
                        ActionSpec.Forward.to("group-" + index % groups)))
            .toList();
    ListenerSpec listener =
        new ListenerSpec(
            "web", Protocol.HTTP, 80, Optional.empty(), ActionSpec.Forward.to("group-0"), routes);
    return new EnvironmentSpec(
        smallest.region(), smallest.loadBalancer(), all, List.of(listener), smallest.access());
  }

  private static TargetGroupSpec group(int number, int targets) {
    return new TargetGroupSpec(
        "group-" + number,
        TargetType.IP,
        Protocol.HTTP,
        ProtocolVersion.HTTP1,
        8000,
        new HealthCheckSpec("/health", 30, 5, 2, 2),
        TargetGroupAttributes.AWS,
        IntStream.range(0, targets)
            .<TargetSpec>mapToObj(
                index ->
                    new IpTarget(
                        "10.%d.%d.%d".formatted(9 + number, index / 250, 1 + index % 250),
                        OptionalInt.empty(),
                        Optional.of("all")))
            .toList(),
        Map.of());
  }
}
