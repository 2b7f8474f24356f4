package portico.practice.aws.elb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import portico.practice.aws.ec2.Cidr;
import portico.practice.aws.http.AwsException;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.Parameters;
import portico.practice.aws.http.Wildcards;
import portico.practice.aws.http.Xml;
import portico.practice.aws.state.Account;
import portico.practice.aws.state.Function;
import portico.practice.aws.state.Grant;
import portico.practice.aws.state.Instance;
import portico.practice.aws.state.Target;
import portico.practice.aws.state.TargetGroup;

/** Registering targets, and telling how they are. */
final class Targets {
  /** Private addresses: RFC 1918 and RFC 6598 (API_CreateTargetGroup, target type ip). */
  private static final List<String> PRIVATE =
      List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10");

  private Targets() {}

  /** A target as a request names it. */
  private record Named(String id, Optional<Integer> port, Optional<String> zone) {}

  private static List<Named> named(Parameters parameters) {
    List<Named> named = new ArrayList<>();
    for (Parameters each : parameters.structures("Targets.member")) {
      named.add(
          new Named(
              Check.required(each, "Id"),
              Check.range(each, "Port", 1, 65535),
              each.text("AvailabilityZone")));
    }
    return named;
  }

  static void register(Call call, Parameters parameters, Xml xml) {
    TargetGroup group = Find.group(call, parameters);
    List<Named> named = named(parameters);
    if (named.isEmpty()) {
      throw Check.invalid("At least one target must be specified");
    }
    List<Target> targets = new ArrayList<>(group.targets());
    for (Named each : named) {
      Optional<String> zone =
          switch (group.targetType()) {
            case "instance" -> checkInstance(call, group, each);
            case "ip" -> checkAddress(call, group, each);
            default -> checkFunction(call, group, targets, each);
          };
      int port = each.port().orElse(group.port());
      boolean present =
          targets.stream().anyMatch(old -> old.is(each.id(), port) && old.registered());
      if (!present) {
        targets.removeIf(old -> old.is(each.id(), port));
        targets.add(
            new Target(
                each.id(), port, zone, call.now().plus(call.provisioning()), Optional.empty()));
      }
    }
    Limits.targets(group, targets);
    call.state().targetGroups().put(group.arn(), group.of(targets));
    Find.balancerOf(call.state(), group.arn())
        .ifPresent(balancer -> Limits.forwarding(call, balancer.arn()));
  }

  private static Optional<String> checkInstance(Call call, TargetGroup group, Named named) {
    if (!named.id().matches("i-[0-9a-f]{8,17}")) {
      throw Check.invalid("Instance ID '" + named.id() + "' is not valid");
    }
    Instance instance =
        Optional.ofNullable(call.state().instances().get(named.id()))
            .orElseThrow(
                () ->
                    new AwsException(
                        "InvalidTarget",
                        "The following targets do not exist: '" + named.id() + "'"));
    if (!instance.vpcId().equals(group.vpcId())) {
      throw new AwsException(
          "InvalidTarget",
          "The following targets are not in the target group VPC '%s': '%s'"
              .formatted(group.vpcId(), named.id()));
    }
    if (!instance.running()) {
      throw new AwsException(
          "InvalidTarget",
          "The following targets are not in a running state and cannot be registered: '%s'"
              .formatted(named.id()));
    }
    if (named.zone().isPresent()) {
      throw Check.invalid(
          "You cannot specify an Availability Zone for a target of type 'instance'");
    }
    return Optional.empty();
  }

  private static Optional<String> checkAddress(Call call, TargetGroup group, Named named) {
    boolean v4 = group.ipAddressType().equals("ipv4");
    if (Cidr.number(named.id()).filter(address -> address.v4() == v4).isEmpty()) {
      throw Check.invalid(
          "The IP address '%s' is not a valid %s address"
              .formatted(named.id(), v4 ? "IPv4" : "IPv6"));
    }
    boolean inside =
        Optional.ofNullable(call.state().vpcs().get(group.vpcId()))
            .flatMap(vpc -> v4 ? Optional.of(vpc.cidr()) : vpc.ipv6Cidr())
            .flatMap(Cidr::parse)
            .map(block -> block.contains(named.id()))
            .orElse(false);
    boolean isPrivate =
        PRIVATE.stream()
            .flatMap(block -> Cidr.parse(block).stream())
            .anyMatch(block -> block.contains(named.id()));
    if (!inside && !isPrivate) {
      throw Check.invalid(
          "The IP address '" + named.id() + "' is not a private address and cannot be registered");
    }
    if (!inside && named.zone().isEmpty()) {
      throw Check.invalid(
          "You must specify an Availability Zone for the IP address '%s', which is outside the VPC"
              .formatted(named.id()));
    }
    checkZone(call, named);
    boolean balancers =
        call.state().networkInterfaces().values().stream()
            .anyMatch(
                each -> each.loadBalancerArn().isPresent() && each.privateIp().equals(named.id()));
    if (balancers) {
      throw new AwsException(
          "InvalidTarget", "The IP address '" + named.id() + "' belongs to a load balancer");
    }
    return named.zone();
  }

  private static void checkZone(Call call, Named named) {
    boolean known =
        named.zone().isEmpty()
            || named.zone().get().equals("all")
            || call.state().zones().stream().anyMatch(z -> z.name().equals(named.zone().get()));
    if (!known) {
      throw Check.invalid("The Availability Zone '" + named.zone().get() + "' is not valid");
    }
  }

  private static Optional<String> checkFunction(
      Call call, TargetGroup group, List<Target> present, Named named) {
    if (!named.id().matches("arn:aws:lambda:[a-z0-9-]+:\\d{12}:function:.+")) {
      throw Check.invalid("'" + named.id() + "' is not a valid Lambda function ARN");
    }
    if (present.stream().anyMatch(each -> each.registered() && !each.id().equals(named.id()))) {
      throw new AwsException(
          "TooManyTargets", "A target group of type 'lambda' can have only one target");
    }
    checkInvocable(call, group, named.id());
    return Optional.empty();
  }

  /** The function must exist, and its policy let Elastic Load Balancing invoke it. */
  private static void checkInvocable(Call call, TargetGroup group, String arn) {
    Function function =
        call.state().functions().values().stream()
            .filter(each -> each.arn().equals(arn))
            .findFirst()
            .orElseThrow(
                () ->
                    new AwsException(
                        "InvalidTarget", "The following targets do not exist: '" + arn + "'"));
    boolean granted =
        function.policy().values().stream().anyMatch(each -> letsInvoke(each, group.arn()));
    if (!granted) {
      throw new AwsException(
          "AccessDenied",
          403,
          "elasticloadbalancing principal does not have permission to invoke %s from target group %s"
              .formatted(arn, group.arn()));
    }
  }

  private static boolean letsInvoke(Grant grant, String groupArn) {
    return List.of("lambda:InvokeFunction", "lambda:*", "*").contains(grant.action())
        && List.of("elasticloadbalancing.amazonaws.com", "*").contains(grant.principal())
        && grant.sourceAccount().map(Account.ID::equals).orElse(true)
        && grant.sourceArn().map(source -> Wildcards.match(source, groupArn)).orElse(true);
  }

  /** A target drains only where requests may still be under way. */
  static void deregister(Call call, Parameters parameters, Xml xml) {
    TargetGroup group = Find.group(call, parameters);
    boolean used = Find.balancerOf(call.state(), group.arn()).isPresent();
    String delay = TargetGroupAttributes.of(group).getOrDefault(TargetGroupAttributes.DELAY, "0");
    List<Target> targets = new ArrayList<>(group.targets());
    for (Named each : named(parameters)) {
      for (Target old : group.targets()) {
        boolean meant = old.id().equals(each.id()) && each.port().orElse(old.port()) == old.port();
        if (meant && old.registered()) {
          targets.remove(old);
          if (used && !delay.equals("0")) {
            targets.add(old.draining(call.now().plusSeconds(Long.parseLong(delay))));
          }
        }
      }
    }
    call.state().targetGroups().put(group.arn(), group.of(targets));
  }

  static void describeHealth(Call call, Parameters parameters, Xml xml) {
    TargetGroup group = Find.group(call, parameters);
    List<Named> asked = named(parameters);
    TargetHealth health = new TargetHealth(call.state(), group, call.now(), call.observed());
    List<Target> shown = new ArrayList<>();
    if (asked.isEmpty()) {
      shown.addAll(group.targets());
    }
    for (Named each : asked) {
      int port = each.port().orElse(group.port());
      shown.add(
          group.targets().stream()
              .filter(old -> old.is(each.id(), port))
              .findFirst()
              .orElse(new Target(each.id(), port, each.zone(), call.now(), Optional.empty())));
    }
    xml.list("TargetHealthDescriptions", "member", shown, each -> write(group, health, each, xml));
  }

  private static void write(TargetGroup group, TargetHealth health, Target target, Xml xml) {
    boolean function = group.targetType().equals("lambda");
    xml.in(
        "Target",
        () -> {
          xml.text("Id", target.id());
          if (!function) {
            xml.text("Port", target.port());
          }
          xml.maybe("AvailabilityZone", target.zone());
        });
    if (!function) {
      xml.text("HealthCheckPort", health.checkedPort(target));
    }
    TargetHealth.Verdict verdict = health.of(target);
    xml.in(
        "TargetHealth",
        () ->
            xml.text("State", verdict.state())
                .maybe("Reason", verdict.reason())
                .maybe("Description", verdict.description()));
  }
}
