package portico.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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

/** Target groups for {@link RandomSpecs}. */
final class RandomTargetGroups {
  private final RandomSpecs.Ground ground;
  private final Dice dice;

  RandomTargetGroups(RandomSpecs.Ground ground, Dice dice) {
    this.ground = ground;
    this.dice = dice;
  }

  TargetGroupSpec next(String prefix, Map<String, String> tags) {
    TargetType type =
        dice.of(TargetType.INSTANCE, TargetType.INSTANCE, TargetType.IP, TargetType.LAMBDA);
    boolean lambda = type == TargetType.LAMBDA;
    ProtocolVersion version =
        lambda
            ? ProtocolVersion.HTTP1
            : dice.rarely(3, ProtocolVersion.HTTP1, ProtocolVersion.values());
    return new TargetGroupSpec(
        dice.name(prefix, 32),
        type,
        lambda ? Protocol.HTTP : dice.rarely(4, Protocol.HTTP, Protocol.values()),
        version,
        lambda ? 80 : dice.number(1, 65_535),
        check(type, version),
        attributes(type),
        targets(type),
        tags);
  }

  private HealthCheckSpec check(TargetType type, ProtocolVersion version) {
    int interval = dice.number(5, 300);
    boolean grpc = version == ProtocolVersion.GRPC;
    int longest = Math.min(120, interval - 1);
    return new HealthCheckSpec(
        type == TargetType.LAMBDA ? dice.chance(2) : !dice.wrong(),
        dice.rarely(5, Protocol.HTTP, Protocol.values()),
        type == TargetType.LAMBDA
            ? OptionalInt.empty()
            : dice.maybe(4, () -> dice.number(1, 65_535)),
        path(grpc),
        interval,
        dice.wrong() ? interval : longest < 2 ? 2 : dice.within(2, longest),
        dice.number(2, 10),
        dice.number(2, 10),
        matcher(grpc));
  }

  private String path(boolean grpc) {
    if (dice.wrong()) {
      return dice.of("", "health", "/" + "h".repeat(1024));
    }
    return grpc
        ? dice.of("/AWS.ALB/healthcheck", "/grpc.health.v1.Health/Check")
        : dice.of("/", "/health", "/v2/health/ready", "/health?deep=1", "/" + "h".repeat(1023));
  }

  private String matcher(boolean grpc) {
    if (dice.wrong()) {
      return dice.of("", "500", "199", "200-", "300-200", "ok", "100");
    }
    return grpc
        ? dice.of("12", "0", "0-99", "0,12")
        : dice.of("200", "200,202", "200-299", "200-499");
  }

  private TargetGroupAttributes attributes(TargetType type) {
    if (dice.chance(2)) {
      return TargetGroupAttributes.AWS;
    }
    Algorithm algorithm = dice.rarely(2, Algorithm.ROUND_ROBIN, Algorithm.values());
    boolean slow = algorithm == Algorithm.ROUND_ROBIN || dice.wrong();
    boolean lambda = type == TargetType.LAMBDA && !dice.wrong();
    return new TargetGroupAttributes(
        lambda ? 300 : dice.number(0, 3600),
        slow && !lambda && dice.chance(3) ? dice.number(30, 900) : 0,
        lambda ? Algorithm.ROUND_ROBIN : algorithm,
        !lambda && (algorithm == Algorithm.WEIGHTED_RANDOM || dice.wrong()) && dice.chance(2),
        lambda ? new Stickiness.Off() : stickiness());
  }

  private Stickiness stickiness() {
    return switch (dice.within(0, 3)) {
      case 0 -> new Stickiness.LoadBalancerCookie(dice.number(1, 604_800));
      case 1 ->
          new Stickiness.ApplicationCookie(
              dice.wrong() ? dice.of("AWSALB", "AWSALBTG-x", "") : dice.of("SESSION", "sid"),
              dice.number(1, 604_800));
      default -> new Stickiness.Off();
    };
  }

  private List<TargetSpec> targets(TargetType type) {
    if (dice.wrong()) {
      return List.of(InstanceTarget.of("i-1"), new LambdaTarget("arn:aws:lambda"));
    }
    return switch (type) {
      case INSTANCE ->
          dice.some(ground.instanceIds(), 0, 4).stream()
              .<TargetSpec>map(
                  id -> new InstanceTarget(id, dice.maybe(3, () -> dice.number(1, 65_535))))
              .toList();
      case IP ->
          dice.some(ground.addresses(), 0, 4).stream().<TargetSpec>map(this::address).toList();
      case LAMBDA ->
          dice.some(ground.functionArns(), 0, dice.wrong() ? 2 : 1).stream()
              .<TargetSpec>map(LambdaTarget::new)
              .toList();
    };
  }

  private IpTarget address(String address) {
    OptionalInt port = dice.maybe(3, () -> dice.number(1, 65_535));
    if (dice.wrong()) {
      return new IpTarget(dice.of("8.8.8.8", "10.0.0", "127.0.0.1"), port, Optional.empty());
    }
    return dice.chance(4)
        ? new IpTarget(
            "192.168." + dice.within(0, 255) + "." + dice.within(1, 254), port, Optional.of("all"))
        : new IpTarget(address, port, Optional.empty());
  }
}
