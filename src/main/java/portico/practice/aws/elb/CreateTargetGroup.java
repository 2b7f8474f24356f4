package portico.practice.aws.elb;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import portico.practice.aws.http.AwsException;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.Ids;
import portico.practice.aws.http.Parameters;
import portico.practice.aws.http.Xml;
import portico.practice.aws.state.HealthCheck;
import portico.practice.aws.state.TargetGroup;

/** CreateTargetGroup (API_CreateTargetGroup). */
final class CreateTargetGroup {
  private static final List<String> OTHER_PROTOCOLS =
      List.of("TCP", "TLS", "UDP", "TCP_UDP", "GENEVE", "QUIC", "TCP_QUIC");

  private CreateTargetGroup() {}

  static void run(Call call, Parameters parameters, Xml xml) {
    String name = Check.name("Target group", Check.required(parameters, "Name"));
    List<String> types = List.of("instance", "ip", "lambda", "alb");
    String type = Check.oneOf(parameters, "TargetType", types).orElse("instance");
    Map<String, String> tags = ElbTags.read(parameters);
    TargetGroup wanted =
        switch (type) {
          case "lambda" -> functions(call, parameters, name, tags);
          case "alb" -> throw Check.invalid("Target groups of type 'alb' are not simulated");
          default -> servers(call, parameters, name, type, tags);
        };
    Optional<TargetGroup> existing =
        call.state().targetGroups().values().stream()
            .filter(each -> each.name().equals(name))
            .findFirst();
    existing.ifPresent(present -> checkSame(present, wanted));
    if (existing.isEmpty()) {
      Limits.targetGroups(call);
      call.state().targetGroups().put(wanted.arn(), wanted);
    }
    TargetGroups.write(call, xml, List.of(existing.orElse(wanted)));
  }

  private static TargetGroup servers(
      Call call, Parameters parameters, String name, String type, Map<String, String> tags) {
    String protocol = protocol(parameters);
    String version = version(parameters);
    int port =
        Check.range(parameters, "Port", 1, 65535)
            .orElseThrow(() -> Check.invalid("A port must be specified"));
    String vpc =
        parameters.text("VpcId").orElseThrow(() -> Check.invalid("A VPC ID must be specified"));
    if (!call.state().vpcs().containsKey(vpc)) {
      throw Check.invalid("The VPC ID '" + vpc + "' is not found");
    }
    String ipType =
        Check.oneOf(parameters, "IpAddressType", List.of("ipv4", "ipv6")).orElse("ipv4");
    Optional<Integer> control = Check.range(parameters, "TargetControlPort", 1, 65535);
    HealthCheck initial = HealthChecks.initial(type, version);
    HealthCheck check = new HealthChecks(parameters).over(initial, type, version);
    return new TargetGroup(
        arn(call, name),
        name,
        type,
        protocol,
        version,
        port,
        vpc,
        ipType,
        control,
        check,
        Map.of(),
        List.of(),
        tags);
  }

  private static TargetGroup functions(
      Call call, Parameters parameters, String name, Map<String, String> tags) {
    for (String unfit : List.of("Protocol", "ProtocolVersion", "Port", "VpcId")) {
      if (parameters.text(unfit).isPresent()) {
        throw Check.invalid(
            unfit + " cannot be specified for target groups with target type 'lambda'");
      }
    }
    HealthCheck check =
        new HealthChecks(parameters).over(HealthChecks.initial("lambda", ""), "lambda", "");
    return new TargetGroup(
        arn(call, name),
        name,
        "lambda",
        "",
        "",
        0,
        "",
        "ipv4",
        Optional.empty(),
        check,
        Map.of(),
        List.of(),
        tags);
  }

  private static String protocol(Parameters parameters) {
    String protocol =
        parameters
            .text("Protocol")
            .orElseThrow(() -> Check.invalid("A protocol must be specified"));
    if (OTHER_PROTOCOLS.contains(protocol)) {
      throw Check.invalid(
          "Target groups with protocol '" + protocol + "' are not simulated: only HTTP and HTTPS");
    }
    Check.oneOf("Protocol", protocol, List.of("HTTP", "HTTPS"));
    return protocol;
  }

  private static String version(Parameters parameters) {
    String version = parameters.text("ProtocolVersion").orElse("HTTP1");
    if (!List.of("HTTP1", "HTTP2", "GRPC").contains(version)) {
      throw Check.invalid(
          "Protocol version '" + version + "' must be one of '[GRPC, HTTP1, HTTP2]'");
    }
    return version;
  }

  private static String arn(Call call, String name) {
    return call.arn("elasticloadbalancing", "targetgroup/" + name + "/" + Ids.hex());
  }

  /** AWS hands out the existing group if every setting is the same. */
  private static void checkSame(TargetGroup existing, TargetGroup wanted) {
    boolean same =
        existing.targetType().equals(wanted.targetType())
            && existing.protocol().equals(wanted.protocol())
            && existing.protocolVersion().equals(wanted.protocolVersion())
            && existing.port() == wanted.port()
            && existing.vpcId().equals(wanted.vpcId())
            && existing.ipAddressType().equals(wanted.ipAddressType())
            && existing.controlPort().equals(wanted.controlPort())
            && existing.healthCheck().equals(wanted.healthCheck());
    if (!same) {
      throw new AwsException(
          "DuplicateTargetGroupName",
          "A target group with the same name '%s' exists, but with different settings"
              .formatted(existing.name()));
    }
  }
}
