package portico.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import portico.catalog.SecurityGroup;
import portico.catalog.SecurityGroup.Permission;
import portico.model.AccessSpec;
import portico.model.ActionSpec;
import portico.model.EnvironmentSpec;
import portico.model.InstanceTarget;
import portico.model.IpAddressType;
import portico.model.IpTarget;
import portico.model.ListenerSpec;
import portico.model.LoadBalancerAttributes;
import portico.model.LoadBalancerSpec;
import portico.model.Protocol;
import portico.model.ProtocolVersion;
import portico.model.Scheme;
import portico.model.SpecDefaults;
import portico.model.SpecRules;
import portico.model.TargetGroupAttributes;
import portico.model.TargetGroupSpec;
import portico.model.TargetSpec;
import portico.model.TargetType;
import portico.model.TlsSpec;
import portico.operation.EngineReadiness.Readiness;
import portico.testing.FakeCatalog;

/** An environment, and the account that it is looked at in. */
abstract class PreflightScene {
  static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  static final String GROUP = "sg-0aa11bb22cc33dd44";
  static final String CERTIFICATE =
      "arn:aws:acm:us-west-2:000000000000:certificate/0a1b2c3d-0000-4000-8000-000000000001";
  static final String ACL =
      "arn:aws:wafv2:us-west-2:000000000000:regional/webacl/edge/0a1b2c3d-0000-4000-8000-000000000002";

  final FakeCatalog catalog = FakeCatalog.withNetwork();
  Optional<EnvironmentSpec> existing = Optional.empty();
  Readiness engine = new Readiness(Optional.of("3.259.0"), Optional.empty());
  String scheme = "internet-facing";
  List<String> subnets = List.of("subnet-0aaaaaaaaaaaaaaa1", "subnet-0bbbbbbbbbbbbbbb2");
  final List<String> instances = new ArrayList<>(List.of("i-0f1e2d3c4b5a69788"));
  final List<String> targetGroups = new ArrayList<>();
  Optional<String> certificate = Optional.empty();
  Optional<String> webAcl = Optional.empty();
  Optional<String> ipamPool = Optional.empty();
  Optional<IpTarget> address = Optional.empty();
  IpAddressType addresses = IpAddressType.IPV4;

  PreflightScene() {
    catalog.securityGroups.add(open("0.0.0.0/0"));
  }

  static SecurityGroup open(String cidr) {
    return new SecurityGroup(
        GROUP,
        "servers",
        List.of(new Permission("tcp", 80, 80, List.of(cidr), List.of())),
        List.of());
  }

  List<Finding> findings() {
    return run().stream().map(Check::finding).toList();
  }

  Check the(Finding finding) {
    return run().stream().filter(each -> each.finding() == finding).findFirst().orElseThrow();
  }

  List<Check> run() {
    EnvironmentSpec spec = spec();
    assertThat(SpecRules.check(spec)).isEmpty();
    return Preflight.run(
        catalog, new PreflightRequest(spec, existing, Duration.ofMinutes(5), engine, NOW));
  }

  List<TargetSpec> targets() {
    return address.isPresent()
        ? List.copyOf(address.stream().toList())
        : instances.stream().<TargetSpec>map(InstanceTarget::of).toList();
  }

  EnvironmentSpec spec() {
    TargetGroupSpec group =
        new TargetGroupSpec(
            SpecDefaults.TARGET_GROUP_NAME,
            address.isPresent() ? TargetType.IP : TargetType.INSTANCE,
            Protocol.HTTP,
            ProtocolVersion.HTTP1,
            80,
            SpecDefaults.HEALTH_CHECK,
            TargetGroupAttributes.AWS,
            targets(),
            Map.of());
    ListenerSpec listener =
        certificate
            .map(
                arn ->
                    new ListenerSpec(
                        "front",
                        Protocol.HTTPS,
                        443,
                        Optional.of(
                            new TlsSpec("ELBSecurityPolicy-TLS13-1-2-2021-06", arn, List.of())),
                        ActionSpec.Forward.to(group.name()),
                        List.of()))
            .orElseGet(() -> new ListenerSpec("front", Protocol.HTTP, 80, group.name()));
    LoadBalancerSpec balancer =
        new LoadBalancerSpec(
            SpecDefaults.LOAD_BALANCER_NAME,
            scheme.equals("internal") ? Scheme.INTERNAL : Scheme.INTERNET_FACING,
            addresses,
            "vpc-0123456789abcdef0",
            subnets,
            List.of(),
            LoadBalancerAttributes.AWS,
            webAcl,
            Map.of(),
            ipamPool);
    return new EnvironmentSpec(
        "us-west-2",
        balancer,
        List.of(group),
        List.of(listener),
        new AccessSpec(List.of("203.0.113.7/32"), targetGroups));
  }
}
