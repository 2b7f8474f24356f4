package portico.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import portico.model.AccessSpec;
import portico.model.DnsRecordSpec;
import portico.model.EnvironmentSpec;
import portico.model.IpAddressType;
import portico.model.ListenerSpec;
import portico.model.LoadBalancerAttributes;
import portico.model.LoadBalancerSpec;
import portico.model.LogBucket;
import portico.model.Scheme;
import portico.model.ServiceSpec;
import portico.model.TargetGroupSpec;

/**
 * Specs of every kind, from a seed: the same seed gives the same specs. Every value is chosen from
 * its whole range with its borders preferred, and a few in a hundred lie just outside, so that some
 * specs are valid and most of the others break one rule or two.
 *
 * <p>Resources that only an account has (VPC, subnets, instances, certificates) are those of {@link
 * Ground}.
 */
public final class RandomSpecs {
  /**
   * What the specs stand on.
   *
   * @param subnetIds of different Availability Zones, at least two
   * @param instanceIds at least one
   * @param certificateArns at least one
   * @param webAclArns may be empty
   * @param securityGroupIds may be empty
   * @param functionArns at least one
   * @param buckets for logs, may be empty
   * @param addresses of targets, within the VPC, at least one
   */
  public record Ground(
      String region,
      String vpcId,
      List<String> subnetIds,
      List<String> instanceIds,
      List<String> certificateArns,
      List<String> webAclArns,
      List<String> securityGroupIds,
      List<String> functionArns,
      List<String> buckets,
      List<String> addresses) {
    /** Ids that no account has. */
    public static final Ground NOWHERE =
        new Ground(
            "us-west-2",
            "vpc-0123456789abcdef0",
            numbered("subnet-0aaaaaaaaaaaaaaa%d", 4),
            numbered("i-0123456789abcde%02d", 6),
            numbered(
                "arn:aws:acm:us-west-2:000000000000:certificate/0f0e0d0c-0000-4000-8000-00000000000%d",
                4),
            numbered("arn:aws:wafv2:us-west-2:000000000000:regional/webacl/gate/%08x", 2),
            numbered("sg-0123456789abcdef%d", 6),
            numbered("arn:aws:lambda:us-west-2:000000000000:function:answer-%d", 3),
            numbered("ml-logs-%d", 2),
            numbered("10.0.1.%d", 8));

    public Ground {
      subnetIds = List.copyOf(subnetIds);
      instanceIds = List.copyOf(instanceIds);
      certificateArns = List.copyOf(certificateArns);
      webAclArns = List.copyOf(webAclArns);
      securityGroupIds = List.copyOf(securityGroupIds);
      functionArns = List.copyOf(functionArns);
      buckets = List.copyOf(buckets);
      addresses = List.copyOf(addresses);
    }

    private static List<String> numbered(String form, int count) {
      return IntStream.range(0, count).mapToObj(form::formatted).toList();
    }
  }

  private final Ground ground;
  private final Dice dice;

  /** On ids that no account has, with about one value in sixty just outside its range. */
  public RandomSpecs(long seed) {
    this(seed, Ground.NOWHERE, 60);
  }

  /**
   * Specs on given resources.
   *
   * @param oneWrongIn about one value in so many lies outside its range; 0 for none
   */
  public RandomSpecs(long seed, Ground ground, int oneWrongIn) {
    this.ground = ground;
    this.dice = new Dice(seed, oneWrongIn);
  }

  /** The next one. */
  public EnvironmentSpec next() {
    List<TargetGroupSpec> groups = groups();
    IpAddressType addressType = dice.rarely(10, IpAddressType.IPV4, IpAddressType.values());
    return new EnvironmentSpec(
        ground.region(),
        service(),
        loadBalancer(addressType),
        groups,
        listeners(groups),
        access(addressType.hasIpv6()),
        tags());
  }

  private ServiceSpec service() {
    return new ServiceSpec(
        dice.of("other", "vllm", "ollama", "triton"),
        dice.maybe(2, () -> dice.within(1, 4000)),
        dice.maybe(3, () -> dice.within(1, 3600)),
        dice.maybe(3, () -> dice.within(0, 3600)),
        dice.maybe(3, () -> dice.within(1, 3600)));
  }

  private LoadBalancerSpec loadBalancer(IpAddressType addressType) {
    List<String> subnets =
        dice.some(ground.subnetIds(), dice.wrong() ? 1 : 2, ground.subnetIds().size());
    return new LoadBalancerSpec(
        dice.name("lb", 32),
        dice.rarely(4, Scheme.INTERNET_FACING, Scheme.values()),
        addressType,
        ground.vpcId(),
        subnets,
        dice.chance(4) ? dice.some(ground.securityGroupIds(), 0, dice.wrong() ? 5 : 4) : List.of(),
        attributes(),
        dice.chance(6) && !ground.webAclArns().isEmpty()
            ? Optional.of(dice.of(ground.webAclArns()))
            : Optional.empty(),
        tags(),
        Optional.empty(),
        dice.chance(5)
            ? List.of(new DnsRecordSpec("Z0123456789ABCDEFGHIJ", "api.example.com"))
            : List.of());
  }

  private LoadBalancerAttributes attributes() {
    if (dice.chance(2)) {
      return LoadBalancerAttributes.AWS;
    }
    int days = dice.number(1, 3650);
    return new LoadBalancerAttributes(
        dice.number(1, 4000),
        dice.number(60, 604_800),
        dice.chance(2),
        dice.chance(8),
        dice.chance(2),
        logs(days),
        logs(days));
  }

  private Optional<LogBucket> logs(int days) {
    if (dice.chance(8)) {
      return Optional.of(new LogBucket.Made(dice.of("", "made", "team/made"), days));
    }
    return dice.chance(4) && !ground.buckets().isEmpty()
        ? Optional.of(
            new LogBucket.Existing(
                dice.of(ground.buckets()), dice.of("", "alb", "team/alb", "1e3")))
        : Optional.empty();
  }

  private List<TargetGroupSpec> groups() {
    RandomTargetGroups random = new RandomTargetGroups(ground, dice);
    List<TargetGroupSpec> groups = new ArrayList<>();
    int count = dice.wrong() ? 0 : dice.within(1, 4);
    for (int index = 0; index < count; index++) {
      groups.add(random.next(dice.wrong() ? "tg-twice" : "tg" + index, tags()));
    }
    return groups;
  }

  private List<ListenerSpec> listeners(List<TargetGroupSpec> groups) {
    RandomListeners random = new RandomListeners(ground, dice, groups);
    List<ListenerSpec> listeners = new ArrayList<>();
    int count = dice.wrong() ? 0 : dice.within(1, 3);
    for (int index = 0; index < count; index++) {
      listeners.add(random.next(dice.wrong() ? "listener" : "listener-" + index, index));
    }
    return listeners;
  }

  private AccessSpec access(boolean ipv6) {
    List<String> networks = new ArrayList<>();
    int count = dice.wrong() ? 0 : dice.within(1, 3);
    for (int index = 0; index < count; index++) {
      networks.add(
          dice.wrong()
              ? dice.of("10.0.0.1/8", "300.0.0.0/8", "10.0.0.0/33", "everybody")
              : ipv6 && dice.chance(3)
                  ? "2001:db8:" + index + "::/48"
                  : "10." + dice.within(0, 255) + ".0.0/16");
    }
    return new AccessSpec(
        networks, dice.chance(3) ? dice.some(ground.securityGroupIds(), 0, 3) : List.of());
  }

  private Map<String, String> tags() {
    Map<String, String> tags = new LinkedHashMap<>();
    if (dice.chance(3)) {
      tags.put("team", dice.of("ml", "null", "", "true", "a: b # c"));
      tags.put(dice.wrong() ? "k".repeat(129) : "cost-center", dice.wrong() ? "a<b" : "4711");
    }
    return tags;
  }
}
