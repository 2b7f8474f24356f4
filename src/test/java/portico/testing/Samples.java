package portico.testing;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import portico.catalog.CloudAccount;
import portico.catalog.FoundLoadBalancer;
import portico.catalog.LoadBalancerSummary;
import portico.catalog.SecurityGroup;
import portico.catalog.TakeoverRemark;
import portico.environment.Environment;
import portico.environment.EnvironmentResource;
import portico.environment.EnvironmentState;
import portico.model.EnvironmentName;
import portico.model.EnvironmentSpec;
import portico.model.InstanceTarget;
import portico.model.LoadBalancerAttributes;
import portico.model.LoadBalancerSpec;
import portico.model.SpecDefaults;
import portico.model.TargetGroupSpec;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.OperationRequest;
import portico.operation.ProviderKind;
import portico.operation.ResourceRef;

/** Realistic values that tests share. */
public final class Samples {
  public static final Instant NOW = Instant.parse("2026-11-23T15:30:00Z");
  public static final CloudAccount PRACTICE = new CloudAccount.Practice();
  public static final CloudAccount PROFILE = new CloudAccount.Profile(Optional.of("ml-platform"));
  public static final CloudAccount ENDPOINT =
      new CloudAccount.Endpoint(URI.create("http://127.0.0.1:5000"), Optional.empty());
  public static final EnvironmentName NAME = new EnvironmentName("llama-staging");
  public static final String DNS_NAME = "ai-inference-lb-1734592022.us-west-2.elb.amazonaws.com";
  public static final String TARGET_GROUP_ARN =
      "arn:aws:elasticloadbalancing:us-west-2:000000000000:targetgroup/ai-inference-tg/6d0ecf831eec9f09";
  public static final String LOAD_BALANCER_ARN =
      "arn:aws:elasticloadbalancing:us-west-2:000000000000:loadbalancer/app/ai-inference-lb/50dc6c495c0c9188";

  public static final ResourceRef SECURITY_GROUP =
      resource("aws:ec2/securityGroup:SecurityGroup", "ai-inference-lb-sg");
  public static final ResourceRef TARGET_GROUP =
      resource("aws:lb/targetGroup:TargetGroup", "ai-inference-tg");
  public static final ResourceRef LOAD_BALANCER =
      resource("aws:lb/loadBalancer:LoadBalancer", "ai-inference-lb");
  public static final ResourceRef LISTENER =
      resource("aws:lb/listener:Listener", "ai-inference-listener");
  public static final ResourceRef TARGET =
      resource("aws:lb/targetGroupAttachment:TargetGroupAttachment", "i-0f1e2d3c4b5a69788");

  private Samples() {}

  public static ResourceRef resource(String type, String name) {
    return new ResourceRef("urn:pulumi:llama-staging::portico::" + type + "::" + name, type, name);
  }

  /** The smallest spec with one instance. */
  public static EnvironmentSpec spec() {
    EnvironmentSpec smallest =
        SpecDefaults.smallest(
            "us-west-2",
            "vpc-0123456789abcdef0",
            List.of("subnet-0aaaaaaaaaaaaaaa1", "subnet-0bbbbbbbbbbbbbbb2"),
            List.of("203.0.113.7/32"));
    TargetGroupSpec group = smallest.targetGroups().getFirst();
    return new EnvironmentSpec(
        smallest.region(),
        smallest.loadBalancer(),
        List.of(
            new TargetGroupSpec(
                group.name(),
                group.protocol(),
                8000,
                group.healthCheck(),
                List.of(new InstanceTarget("i-0f1e2d3c4b5a69788", OptionalInt.empty())))),
        smallest.listeners(),
        smallest.access());
  }

  /** The same with a load balancer that AWS protects. */
  public static EnvironmentSpec withDeletionProtection(EnvironmentSpec spec) {
    LoadBalancerAttributes usual = spec.loadBalancer().attributes();
    return with(
        spec,
        new LoadBalancerAttributes(
            usual.idleTimeoutSeconds(),
            usual.clientKeepAliveSeconds(),
            usual.http2(),
            true,
            usual.dropInvalidHeaderFields(),
            usual.accessLogs(),
            usual.connectionLogs()));
  }

  /** The same with a load balancer of other attributes. */
  public static EnvironmentSpec with(EnvironmentSpec spec, LoadBalancerAttributes attributes) {
    LoadBalancerSpec balancer = spec.loadBalancer();
    return new EnvironmentSpec(
        spec.region(),
        spec.service(),
        new LoadBalancerSpec(
            balancer.name(),
            balancer.scheme(),
            balancer.ipAddressType(),
            balancer.vpcId(),
            balancer.subnetIds(),
            balancer.securityGroupIds(),
            attributes,
            balancer.webAclArn(),
            balancer.tags()),
        spec.targetGroups(),
        spec.listeners(),
        spec.access(),
        spec.tags());
  }

  /** An existing load balancer with a sign-in, which no spec can say. */
  public static FoundLoadBalancer found() {
    return new FoundLoadBalancer(
        new LoadBalancerSummary(
            "shop",
            "arn:aws:elasticloadbalancing:us-west-2:123456789012:loadbalancer/app/shop/0123456789abcdef",
            "internet-facing",
            spec().loadBalancer().vpcId(),
            "shop-1.us-west-2.elb.amazonaws.com",
            "active",
            Optional.empty()),
        spec(),
        List.of(
            TakeoverRemark.of(TakeoverRemark.Kind.SERVICE_UNKNOWN),
            TakeoverRemark.of(TakeoverRemark.Kind.SIGN_IN, "listener http", "authenticate-oidc")),
        Set.of("shop"));
  }

  /** What a deployed environment's stack puts out. */
  public static SortedMap<String, String> outputs() {
    return new TreeMap<>(
        Map.of(
            Environment.DNS_NAME_OUTPUT, DNS_NAME,
            Environment.TARGET_GROUP_ARN_OUTPUT, TARGET_GROUP_ARN,
            Environment.SECURITY_GROUP_ID_OUTPUT, "sg-0d5a3f7e1c2b49860"));
  }

  public static Environment deployed(String name, CloudAccount account) {
    return new Environment(
        new EnvironmentName(name),
        new EnvironmentState.Deployed(),
        Optional.of(spec()),
        Optional.of(account),
        ProviderKind.BUNDLED,
        outputs(),
        List.of(
            new EnvironmentResource(SECURITY_GROUP, "sg-0d5a3f7e1c2b49860"),
            new EnvironmentResource(TARGET_GROUP, TARGET_GROUP_ARN),
            new EnvironmentResource(LOAD_BALANCER, LOAD_BALANCER_ARN)),
        Optional.of(NOW.minusSeconds(7200)));
  }

  /** An environment in any state, with the resources and outputs of a deployed one or none. */
  public static Environment inState(String name, CloudAccount account, EnvironmentState state) {
    Environment deployed = deployed(name, account);
    boolean holdsNothing = state instanceof EnvironmentState.Empty;
    boolean partial = state instanceof EnvironmentState.Incomplete;
    return new Environment(
        deployed.name(),
        state,
        deployed.spec(),
        deployed.account(),
        deployed.provider(),
        holdsNothing || partial ? new TreeMap<>() : deployed.outputs(),
        holdsNothing ? List.of() : deployed.resources().subList(0, partial ? 2 : 3),
        deployed.lastChange());
  }

  /** The load balancer's own group, and the targets' one, which does not let it in. */
  public static List<SecurityGroup> closedSecurityGroups() {
    return List.of(
        new SecurityGroup(
            "sg-0d5a3f7e1c2b49860",
            "ai-inference-lb-sg",
            List.of(
                new SecurityGroup.Permission("tcp", 80, 80, List.of("203.0.113.7/32"), List.of())),
            List.of(
                new SecurityGroup.Permission("tcp", 8000, 8000, List.of("0.0.0.0/0"), List.of()))),
        new SecurityGroup(
            "sg-0aa11bb22cc33dd44",
            "llama-sg",
            List.of(
                new SecurityGroup.Permission("tcp", 22, 22, List.of("203.0.113.7/32"), List.of())),
            List.of(new SecurityGroup.Permission("-1", -1, -1, List.of("0.0.0.0/0"), List.of()))));
  }

  /** A distinct id for each number. */
  public static OperationId id(int number) {
    return OperationId.create(NOW.plusSeconds(number), number);
  }

  public static OperationRequest request(OperationId id, OperationKind kind) {
    return new OperationRequest(id, kind, NAME, spec(), PRACTICE, ProviderKind.BUNDLED, NOW);
  }
}
