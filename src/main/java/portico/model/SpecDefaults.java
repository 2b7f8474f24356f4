package portico.model;

import java.util.List;

/** The smallest environment: what a user gets who changes nothing but the network. */
public final class SpecDefaults {
  public static final String REGION = "us-west-2";
  public static final String LOAD_BALANCER_NAME = "ai-inference-lb";
  public static final String TARGET_GROUP_NAME = "ai-inference-tg";
  public static final String LISTENER_NAME = "ai-inference-listener";
  public static final int PORT = 80;

  /** Path {@code /}, every 30 s, 3 s timeout, two successes or failures in a row. */
  public static final HealthCheckSpec HEALTH_CHECK = new HealthCheckSpec("/", 30, 3, 2, 2);

  private SpecDefaults() {}

  /** The smallest environment in the given network, reachable from the given addresses. */
  public static EnvironmentSpec smallest(
      String region, String vpcId, List<String> subnetIds, List<String> ingressCidrs) {
    return new EnvironmentSpec(
        region,
        new LoadBalancerSpec(LOAD_BALANCER_NAME, Scheme.INTERNET_FACING, vpcId, subnetIds),
        List.of(
            new TargetGroupSpec(TARGET_GROUP_NAME, Protocol.HTTP, PORT, HEALTH_CHECK, List.of())),
        List.of(new ListenerSpec(LISTENER_NAME, Protocol.HTTP, PORT, TARGET_GROUP_NAME)),
        new AccessSpec(ingressCidrs));
  }
}
