package portico.practice.aws.elb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import portico.practice.aws.http.AwsException;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.Ids;
import portico.practice.aws.http.Pages;
import portico.practice.aws.http.Parameters;
import portico.practice.aws.http.Xml;
import portico.practice.aws.state.Action;
import portico.practice.aws.state.Listener;
import portico.practice.aws.state.LoadBalancer;
import portico.practice.aws.state.Rule;

/** Listeners (API_CreateListener). */
final class Listeners {
  private static final List<String> PROTOCOLS = List.of("HTTP", "HTTPS");

  private Listeners() {}

  static void create(Call call, Parameters parameters, Xml xml) {
    LoadBalancer balancer = Find.balancer(call, parameters);
    String protocol =
        protocol(parameters)
            .orElseThrow(() -> Check.invalid("A listener protocol must be specified"));
    int port =
        Check.range(parameters, "Port", 1, 65535)
            .orElseThrow(() -> Check.invalid("A listener port must be specified"));
    refuseSamePort(call, balancer, port, "");
    Limits.listeners(call, balancer.arn());
    String arn = balancer.arn().replace(":loadbalancer/", ":listener/") + "/" + Ids.hex();
    Listener created =
        secured(
            call,
            parameters,
            new Listener(
                arn,
                balancer.arn(),
                protocol,
                port,
                Optional.empty(),
                List.of(),
                new Actions(call, balancer, protocol, port).read(parameters, "DefaultActions"),
                Map.of(),
                ElbTags.read(parameters)));
    call.state().listeners().put(arn, created);
    Limits.forwarding(call, balancer.arn());
    write(xml, List.of(created));
  }

  private static Optional<String> protocol(Parameters parameters) {
    Optional<String> protocol = parameters.text("Protocol");
    protocol.ifPresent(
        value -> {
          if (!PROTOCOLS.contains(value)) {
            throw Check.invalid("Listener protocol '" + value + "' must be one of 'HTTP, HTTPS'");
          }
        });
    return protocol;
  }

  private static void refuseSamePort(Call call, LoadBalancer balancer, int port, String exceptArn) {
    boolean taken =
        Find.listenersOf(call.state(), balancer.arn()).stream()
            .anyMatch(each -> each.port() == port && !each.arn().equals(exceptArn));
    if (taken) {
      throw new AwsException(
          "DuplicateListener",
          "A listener already exists on this port for this load balancer '%s'"
              .formatted(balancer.arn()));
    }
  }

  /** HTTPS needs exactly one default certificate and a policy; HTTP can have neither. */
  private static Listener secured(Call call, Parameters parameters, Listener listener) {
    if (parameters.has("MutualAuthentication")
        && !parameters.text("MutualAuthentication.Mode").equals(Optional.of("off"))) {
      throw Check.invalid("Mutual authentication is not simulated");
    }
    return listener.protocol().equals("HTTP")
        ? plain(parameters, listener)
        : encrypted(call, parameters, listener);
  }

  private static Listener plain(Parameters parameters, Listener listener) {
    if (!parameters.structures("Certificates.member").isEmpty()) {
      throw Check.invalid("Certificates cannot be specified for HTTP listeners");
    }
    if (parameters.text("SslPolicy").isPresent()) {
      throw Check.invalid("An SSL policy cannot be specified for HTTP listeners");
    }
    return policy(listener, Optional.empty()).certifiedBy(List.of());
  }

  private static Listener encrypted(Call call, Parameters parameters, Listener listener) {
    List<Parameters> given = parameters.structures("Certificates.member");
    if (given.size() > 1) {
      throw Check.invalid("Only one default certificate can be specified for a listener");
    }
    List<String> certificates = new ArrayList<>(listener.certificates());
    for (Parameters each : given) {
      String arn = ListenerCertificates.usable(call, Check.required(each, "CertificateArn"));
      certificates.remove(arn);
      if (!certificates.isEmpty() && !arn.equals(listener.certificates().getFirst())) {
        certificates.removeFirst();
      }
      certificates.addFirst(arn);
    }
    if (certificates.isEmpty()) {
      throw Check.invalid("A certificate must be specified for HTTPS listeners");
    }
    Optional<String> policy =
        parameters.given("SslPolicy").map(SslPolicies::checked).or(listener::sslPolicy);
    return policy(listener, Optional.of(policy.orElse(SslPolicies.DEFAULT)))
        .certifiedBy(certificates);
  }

  private static Listener policy(Listener old, Optional<String> policy) {
    return new Listener(
        old.arn(),
        old.loadBalancerArn(),
        old.protocol(),
        old.port(),
        policy,
        old.certificates(),
        old.actions(),
        old.attributes(),
        old.tags());
  }

  static void describe(Call call, Parameters parameters, Xml xml) {
    List<String> arns = parameters.list("ListenerArns.member");
    boolean byBalancer = parameters.has("LoadBalancerArn");
    if (arns.isEmpty() == !byBalancer) {
      throw Check.invalid("You must specify either listener ARNs or a load balancer ARN");
    }
    List<Listener> chosen = new ArrayList<>();
    if (byBalancer) {
      chosen.addAll(Find.listenersOf(call.state(), Find.balancer(call, parameters).arn()));
    }
    arns.stream().distinct().forEach(arn -> chosen.add(Find.listener(call, arn)));
    Pages<Listener> page = Pages.elb(parameters, chosen);
    write(xml, page.items());
    xml.maybe("NextMarker", page.next());
  }

  static void modify(Call call, Parameters parameters, Xml xml) {
    Listener old = Find.listener(call, parameters);
    LoadBalancer balancer = Find.balancer(call, old.loadBalancerArn());
    String protocol = protocol(parameters).orElse(old.protocol());
    int port = Check.range(parameters, "Port", 1, 65535).orElse(old.port());
    refuseSamePort(call, balancer, port, old.arn());
    Actions reader = new Actions(call, balancer, protocol, port);
    List<Action> actions =
        parameters.has("DefaultActions")
            ? reader.read(parameters, "DefaultActions")
            : old.actions();
    reader.checkAgain(actions);
    Find.rulesOf(call.state(), old.arn()).forEach(rule -> reader.checkAgain(rule.actions()));
    Listener next =
        secured(
            call,
            parameters,
            new Listener(
                old.arn(),
                old.loadBalancerArn(),
                protocol,
                port,
                old.sslPolicy(),
                old.certificates(),
                actions,
                old.attributes(),
                old.tags()));
    call.state().listeners().put(next.arn(), next);
    Limits.forwarding(call, balancer.arn());
    write(xml, List.of(next));
  }

  static void delete(Call call, Parameters parameters, Xml xml) {
    Listener listener = Find.listener(call, parameters);
    for (Rule rule : Find.rulesOf(call.state(), listener.arn())) {
      call.state().rules().remove(rule.arn());
    }
    call.state().listeners().remove(listener.arn());
  }

  private static void write(Xml xml, List<Listener> listeners) {
    xml.list(
        "Listeners",
        "member",
        listeners,
        listener -> {
          xml.text("ListenerArn", listener.arn())
              .text("LoadBalancerArn", listener.loadBalancerArn())
              .text("Port", listener.port())
              .text("Protocol", listener.protocol());
          if (!listener.certificates().isEmpty()) {
            xml.list(
                "Certificates",
                "member",
                List.of(listener.certificates().getFirst()),
                arn -> xml.text("CertificateArn", arn));
          }
          xml.maybe("SslPolicy", listener.sslPolicy());
          if (listener.protocol().equals("HTTPS")) {
            xml.in("MutualAuthentication", () -> xml.text("Mode", "off"));
          }
          Actions.write("DefaultActions", listener.actions(), xml);
        });
  }
}
