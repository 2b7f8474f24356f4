package portico.desktop.wizard.targets;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import portico.model.Algorithm;
import portico.model.HealthCheckSpec;
import portico.model.InstanceTarget;
import portico.model.IpTarget;
import portico.model.LambdaTarget;
import portico.model.Protocol;
import portico.model.ProtocolVersion;
import portico.model.Stickiness;
import portico.model.TargetGroupAttributes;
import portico.model.TargetGroupSpec;
import portico.model.TargetSpec;
import portico.model.TargetType;

/** Target groups that AWS takes, any of them. */
final class RandomGroups {
  private final Random random;
  private final List<String> instanceIds;

  RandomGroups(long seed, List<String> instanceIds) {
    random = new Random(seed);
    this.instanceIds = instanceIds;
  }

  /** One to four groups of different names. */
  List<TargetGroupSpec> groups() {
    List<TargetGroupSpec> groups = new ArrayList<>();
    int count = between(1, 4);
    for (int index = 0; index < count; index++) {
      groups.add(group("group-" + index + "-" + between(0, 999)));
    }
    return groups;
  }

  private TargetGroupSpec group(String name) {
    TargetType type = one(TargetType.values());
    ProtocolVersion version = one(ProtocolVersion.values());
    int port = between(1, 65_535);
    return new TargetGroupSpec(
        name,
        type,
        one(Protocol.values()),
        version,
        port,
        health(type, version),
        attributes(type),
        targets(type, port),
        tags());
  }

  private HealthCheckSpec health(TargetType type, ProtocolVersion version) {
    boolean grpc = type != TargetType.LAMBDA && version == ProtocolVersion.GRPC;
    int interval = between(5, 300);
    return new HealthCheckSpec(
        type != TargetType.LAMBDA || random.nextBoolean(),
        one(Protocol.values()),
        maybePort(),
        grpc ? "/model.v1.Health" + between(1, 9) + "/Check" : "/health?deep=" + between(0, 9),
        interval,
        between(2, Math.min(120, interval - 1)),
        between(2, 10),
        between(2, 10),
        grpc ? one("0", "12", "0-99", "0,12") : one("200", "200,202", "200-299", "200-204,401"));
  }

  private TargetGroupAttributes attributes(TargetType type) {
    Algorithm algorithm =
        type == TargetType.LAMBDA ? Algorithm.ROUND_ROBIN : one(Algorithm.values());
    boolean slow = type != TargetType.LAMBDA && algorithm == Algorithm.ROUND_ROBIN;
    return new TargetGroupAttributes(
        between(0, 3600),
        slow && random.nextBoolean() ? between(30, 900) : 0,
        algorithm,
        algorithm == Algorithm.WEIGHTED_RANDOM && random.nextBoolean(),
        switch (type == TargetType.LAMBDA ? 0 : between(0, 2)) {
          case 0 -> new Stickiness.Off();
          case 1 -> new Stickiness.LoadBalancerCookie(between(1, 604_800));
          default ->
              new Stickiness.ApplicationCookie("session" + between(1, 9), between(1, 604_800));
        });
  }

  private List<TargetSpec> targets(TargetType type, int port) {
    return switch (type) {
      case INSTANCE -> instances(port);
      case IP -> addresses();
      case LAMBDA ->
          random.nextBoolean()
              ? List.of()
              : List.of(
                  new LambdaTarget(
                      "arn:aws:lambda:us-west-2:123456789012:function:answer" + between(1, 9)));
    };
  }

  /** In any order, some of them on several ports. */
  private List<TargetSpec> instances(int groupPort) {
    List<TargetSpec> targets = new ArrayList<>();
    for (String id : instanceIds) {
      int base = between(1024, 60_000);
      int ports = between(0, 3);
      for (int index = 0; index < ports; index++) {
        boolean own = index > 0 || random.nextBoolean();
        int port = base + index;
        if (port != groupPort) {
          targets.add(new InstanceTarget(id, own ? OptionalInt.of(port) : OptionalInt.empty()));
        }
      }
    }
    Collections.shuffle(targets, random);
    return targets;
  }

  private List<TargetSpec> addresses() {
    List<TargetSpec> targets = new ArrayList<>();
    int count = between(0, 5);
    for (int index = 0; index < count; index++) {
      targets.add(
          new IpTarget(
              "10." + between(0, 255) + "." + between(0, 255) + "." + (10 + index),
              maybePort(),
              random.nextBoolean() ? Optional.empty() : Optional.of(one("all", "us-west-2b"))));
    }
    return targets;
  }

  private Map<String, String> tags() {
    Map<String, String> tags = new LinkedHashMap<>();
    int count = between(0, 3);
    for (int index = 0; index < count; index++) {
      tags.put("key " + index + " @team", random.nextBoolean() ? "" : "value/" + between(0, 99));
    }
    return tags;
  }

  private OptionalInt maybePort() {
    return random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(between(1, 65_535));
  }

  private int between(int from, int to) {
    return from + random.nextInt(to - from + 1);
  }

  @SafeVarargs
  private <T> T one(T... values) {
    return values[random.nextInt(values.length)];
  }
}
