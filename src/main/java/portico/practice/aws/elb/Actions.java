package portico.practice.aws.elb;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import portico.practice.aws.http.AwsException;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.Parameters;
import portico.practice.aws.http.Xml;
import portico.practice.aws.state.Action;
import portico.practice.aws.state.FixedResponse;
import portico.practice.aws.state.LoadBalancer;
import portico.practice.aws.state.Redirect;
import portico.practice.aws.state.TargetGroup;
import portico.practice.aws.state.WeightedGroup;

/** Actions of listeners and rules: read, checked and written. */
final class Actions {
  private static final int LONGEST_STICK = 604800;
  private static final List<String> CONTENT_TYPES =
      List.of("text/plain", "text/css", "text/html", "application/javascript", "application/json");

  private final Call call;
  private final LoadBalancer balancer;
  private final String listenerProtocol;
  private final int listenerPort;

  /** Actions of a listener of this load balancer. */
  Actions(Call call, LoadBalancer balancer, String listenerProtocol, int listenerPort) {
    this.call = call;
    this.balancer = balancer;
    this.listenerProtocol = listenerProtocol;
    this.listenerPort = listenerPort;
  }

  /** The actions in a request's list, which must be one that ends the matter. */
  List<Action> read(Parameters parameters, String name) {
    List<Action> actions = new ArrayList<>();
    for (Parameters each : parameters.structures(name + ".member")) {
      actions.add(action(each));
    }
    if (actions.isEmpty()) {
      throw Check.invalid("Actions must be specified");
    }
    if (actions.size() > 1) {
      throw new AwsException(
          "InvalidLoadBalancerAction",
          "There can be only one forward, redirect or fixed-response action");
    }
    return actions;
  }

  private Action action(Parameters parameters) {
    String type = Check.required(parameters, "Type");
    Optional<Integer> order = Check.range(parameters, "Order", 1, 50000);
    return switch (type) {
      case "forward" -> forward(parameters, order);
      case "redirect" -> redirect(parameters.within("RedirectConfig"), order);
      case "fixed-response" -> fixed(parameters.within("FixedResponseConfig"), order);
      case "authenticate-oidc", "authenticate-cognito", "jwt-validation" ->
          throw new AwsException(
              "InvalidLoadBalancerAction", "Actions of type '" + type + "' are not simulated");
      default -> {
        Check.oneOf("Type", type, List.of("forward", "redirect", "fixed-response"));
        throw new IllegalStateException(type);
      }
    };
  }

  private Action forward(Parameters parameters, Optional<Integer> order) {
    Parameters config = parameters.within("ForwardConfig");
    List<WeightedGroup> groups = new ArrayList<>();
    for (Parameters each : config.structures("TargetGroups.member")) {
      int weight = Check.range(each, "Weight", 0, 999).orElse(1);
      groups.add(new WeightedGroup(Check.required(each, "TargetGroupArn"), weight));
    }
    Optional<String> single = parameters.text("TargetGroupArn");
    if (groups.isEmpty()) {
      String arn = single.orElseThrow(() -> Check.invalid("A target group ARN must be specified"));
      groups.add(new WeightedGroup(arn, 1));
    } else if (single.isPresent()
        && (groups.size() > 1 || !groups.getFirst().targetGroupArn().equals(single.get()))) {
      throw Check.invalid(
          "You cannot specify both a target group ARN and a different list of target groups");
    }
    checkGroups(groups);
    Optional<Integer> sticky = stickiness(config.within("TargetGroupStickinessConfig"));
    return new Action(
        "forward", order, List.copyOf(groups), sticky, Optional.empty(), Optional.empty());
  }

  private static Optional<Integer> stickiness(Parameters config) {
    if (!config.flag("Enabled").orElse(false)) {
      return Optional.empty();
    }
    int seconds =
        config
            .number("DurationSeconds")
            .orElseThrow(
                () -> Check.invalid("DurationSeconds must be specified with stickiness enabled"));
    if (seconds < 1 || seconds > LONGEST_STICK) {
      throw Check.invalid(
          "Target group stickiness duration must be between 1 and " + LONGEST_STICK + " seconds");
    }
    return Optional.of(seconds);
  }

  private void checkGroups(List<WeightedGroup> groups) {
    int most = Limits.of("target-groups-per-action-on-application-load-balancer");
    if (groups.size() > most) {
      throw new AwsException(
          "TooManyTargetGroups", "An action can forward to at most " + most + " target groups");
    }
    Set<String> seen = new HashSet<>();
    for (WeightedGroup each : groups) {
      if (!seen.add(each.targetGroupArn())) {
        throw Check.invalid("Target groups in an action must be unique");
      }
      checkGroup(Find.group(call, each.targetGroupArn()));
    }
  }

  /** Refuses actions that were fit for another protocol and are not for this one. */
  void checkAgain(List<Action> actions) {
    for (Action each : actions) {
      checkGroups(each.groups());
      each.redirect().ifPresent(this::checkRedirect);
    }
  }

  private void checkGroup(TargetGroup group) {
    if (!group.vpcId().isEmpty() && !group.vpcId().equals(balancer.vpcId())) {
      throw new AwsException(
          "InvalidConfigurationRequest",
          "The target group '%s' is not in the VPC '%s' of the load balancer"
              .formatted(group.arn(), balancer.vpcId()));
    }
    boolean newer = List.of("GRPC", "HTTP2").contains(group.protocolVersion());
    if (newer && !listenerProtocol.equals("HTTPS")) {
      throw new AwsException(
          "IncompatibleProtocols",
          "A target group with protocol version %s needs a listener with protocol HTTPS"
              .formatted(group.protocolVersion()));
    }
    if (group.ipAddressType().equals("ipv6") && balancer.ipAddressType().equals("ipv4")) {
      throw new AwsException(
          "InvalidConfigurationRequest",
          "A target group with the IP address type ipv6 needs a load balancer of type dualstack");
    }
    Optional<LoadBalancer> user = Find.balancerOf(call.state(), group.arn());
    if (user.isPresent() && !user.get().arn().equals(balancer.arn())) {
      throw new AwsException(
          "TargetGroupAssociationLimit",
          "The following target groups cannot be associated with more than one load balancer: "
              + group.arn());
    }
  }

  private Action redirect(Parameters config, Optional<Integer> order) {
    String status = Check.required(config, "StatusCode");
    Check.oneOf("StatusCode", status, List.of("HTTP_301", "HTTP_302"));
    Redirect redirect =
        new Redirect(
            config.text("Protocol").orElse("#{protocol}"),
            config.text("Port").orElse("#{port}"),
            config.given("Host").orElse("#{host}"),
            config.given("Path").orElse("/#{path}"),
            config.given("Query").orElse("#{query}"),
            status);
    checkRedirect(redirect);
    return new Action(
        "redirect", order, List.of(), Optional.empty(), Optional.of(redirect), Optional.empty());
  }

  private void checkRedirect(Redirect redirect) {
    Check.oneOf("Protocol", redirect.protocol(), List.of("HTTP", "HTTPS", "#{protocol}"));
    Check.length("Host", redirect.host(), 1, 128);
    Check.length("Path", redirect.path(), 1, 128);
    Check.length("Query", redirect.query(), 0, 128);
    if (redirect.query().startsWith("?")) {
      throw Check.invalid("The redirect query must not begin with '?'");
    }
    String parts = redirect.host() + redirect.path() + redirect.query();
    if (!parts.matches("[!-~]*")) {
      throw Check.invalid("The redirect contains invalid characters");
    }
    if (!redirect.path().startsWith("/")) {
      throw Check.invalid("The redirect path must begin with '/'");
    }
    boolean port =
        redirect.port().equals("#{port}")
            || (redirect.port().matches("[1-9]\\d{0,4}")
                && Integer.parseInt(redirect.port()) <= 65535);
    if (!port) {
      throw Check.invalid("The redirect port must be #{port} or between 1 and 65535");
    }
    if (listenerProtocol.equals("HTTPS") && redirect.protocol().equals("HTTP")) {
      throw Check.invalid("You cannot redirect from HTTPS to HTTP");
    }
    boolean loop =
        (redirect.protocol().equals("#{protocol}") || redirect.protocol().equals(listenerProtocol))
            && List.of("#{port}", String.valueOf(listenerPort)).contains(redirect.port())
            && redirect.host().equals("#{host}")
            && redirect.path().equals("/#{path}");
    if (loop) {
      throw new AwsException(
          "InvalidLoadBalancerAction",
          "The RedirectConfig values must change at least one of the protocol, port, host or path "
              + "to avoid a redirect loop");
    }
  }

  private static Action fixed(Parameters config, Optional<Integer> order) {
    String status = Check.required(config, "StatusCode");
    if (!status.matches("[245]\\d\\d")) {
      throw Check.constraint(
          status,
          "FixedResponseConfig.statusCode",
          "Member must satisfy regular expression pattern: ^(2|4|5)\\d\\d$");
    }
    Optional<String> type = config.given("ContentType");
    if (type.isPresent() && !CONTENT_TYPES.contains(type.get())) {
      throw Check.invalid("The ContentType must be one of:" + CONTENT_TYPES);
    }
    Optional<String> body = config.text("MessageBody");
    body.ifPresent(text -> Check.length("FixedResponseConfig.messageBody", text, 0, 1024));
    FixedResponse response = new FixedResponse(status, type, body);
    return new Action(
        "fixed-response",
        order,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(response));
  }

  static void write(String name, List<Action> actions, Xml xml) {
    xml.list(name, "member", actions, action -> write(action, xml));
  }

  private static void write(Action action, Xml xml) {
    xml.text("Type", action.type()).maybe("Order", action.order());
    if (!action.groups().isEmpty()) {
      if (action.groups().size() == 1) {
        xml.text("TargetGroupArn", action.groups().getFirst().targetGroupArn());
      }
      xml.in("ForwardConfig", () -> writeForward(action, xml));
    }
    action.redirect().ifPresent(redirect -> xml.in("RedirectConfig", () -> write(redirect, xml)));
    action
        .fixedResponse()
        .ifPresent(
            fixed ->
                xml.in(
                    "FixedResponseConfig",
                    () ->
                        xml.text("StatusCode", fixed.statusCode())
                            .maybe("ContentType", fixed.contentType())
                            .maybe("MessageBody", fixed.body())));
  }

  private static void writeForward(Action action, Xml xml) {
    xml.list(
        "TargetGroups",
        "member",
        action.groups(),
        group -> xml.text("TargetGroupArn", group.targetGroupArn()).text("Weight", group.weight()));
    xml.in(
        "TargetGroupStickinessConfig",
        () ->
            xml.text("Enabled", action.stickySeconds().isPresent())
                .maybe("DurationSeconds", action.stickySeconds()));
  }

  private static void write(Redirect redirect, Xml xml) {
    xml.text("Protocol", redirect.protocol())
        .text("Port", redirect.port())
        .text("Host", redirect.host())
        .text("Path", redirect.path())
        .text("Query", redirect.query())
        .text("StatusCode", redirect.statusCode());
  }
}
