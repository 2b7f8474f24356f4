package portico.practice.aws;

import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import portico.practice.aws.acm.Acm;
import portico.practice.aws.ec2.Ec2;
import portico.practice.aws.elb.Elb;
import portico.practice.aws.http.AwsException;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.Caller;
import portico.practice.aws.http.CommonErrors;
import portico.practice.aws.http.Fault;
import portico.practice.aws.http.Parameters;
import portico.practice.aws.http.Reply;
import portico.practice.aws.http.Service;
import portico.practice.aws.iam.Iam;
import portico.practice.aws.iam.Permissions;
import portico.practice.aws.lambda.Lambda;
import portico.practice.aws.route53.Route53;
import portico.practice.aws.s3.S3;
import portico.practice.aws.state.Account;
import portico.practice.aws.state.HostedZone;
import portico.practice.aws.state.Issuance;
import portico.practice.aws.state.Observations;
import portico.practice.aws.state.RegionState;
import portico.practice.aws.state.StateStore;
import portico.practice.aws.sts.Sts;
import portico.practice.aws.wafv2.Waf;

/** Answers API requests: finds service and operation, and runs it in a transaction. */
final class ControlPlane {
  private final Map<String, Service> services =
      Map.of(
          "ec2", Ec2.service(),
          "elasticloadbalancing", Elb.service(),
          "sts", Sts.service(),
          "acm", Acm.service(),
          "wafv2", Waf.service(),
          "iam", Iam.service(),
          "lambda", Lambda.service(),
          "route53", Route53.service(),
          "s3", S3.service());
  private final StateStore store;
  private final SimulationSettings settings;
  private final CountDownLatch closing;
  private final Observations observed;

  ControlPlane(
      StateStore store,
      SimulationSettings settings,
      CountDownLatch closing,
      Observations observed) {
    this.observed = observed;
    this.store = store;
    this.settings = settings;
    this.closing = closing;
  }

  /** An API request as it arrived; the body holds the parameters. */
  private record Request(Optional<Caller> caller, String service, String action, String body) {}

  /** Answers a request, or, if a fault says so, does not. */
  Optional<Reply> answer(String method, Headers headers, URI uri, byte[] bytes) {
    String requestId = UUID.randomUUID().toString();
    Request request;
    try {
      request = read(method, headers, uri, new String(bytes, StandardCharsets.UTF_8));
    } catch (AwsException malformed) {
      return Optional.of(Elb.service().refuse(malformed, requestId));
    }
    Service service = services.get(request.service());
    if (service == null) {
      AwsException unknown =
          new AwsException("UnknownService", "Simulated are " + new TreeSet<>(services.keySet()));
      return Optional.of(Elb.service().refuse(unknown, requestId));
    }
    Optional<Reply> reply;
    try {
      reply = answer(request, service, requestId);
    } catch (AwsException refusal) {
      reply = Optional.of(service.refuse(refusal, requestId));
    } catch (IOException | RuntimeException broken) {
      reply = Optional.of(service.refuse(broken(service, broken), requestId));
    }
    return reply.map(each -> identified(each, requestId));
  }

  private static AwsException broken(Service service, Exception broken) {
    return service.errors().internal("The simulated AWS failed: " + broken);
  }

  private Optional<Reply> answer(Request request, Service service, String requestId)
      throws IOException {
    CommonErrors errors = service.errors();
    Caller caller = request.caller().orElseThrow(errors::noCredentials);
    if (!service.knows(request.action())) {
      throw errors.unknownAction(request.action());
    }
    String operation = request.service() + ":" + request.action();
    switch (settings.faults().take(request.action())) {
      case Fault.None _ -> {}
      case Fault.Common common -> throw common.kind().in(errors, operation);
      case Fault.Custom custom ->
          throw new AwsException(custom.code(), custom.status(), custom.message());
      case Fault.Delay delay -> waitFor(delay.duration().toMillis());
      case Fault.Hang _ -> {
        waitFor(Long.MAX_VALUE);
        return Optional.empty();
      }
      case Fault.Cut _ -> {
        return Optional.empty();
      }
    }
    return Optional.of(
        store.transact(account -> run(account, request, caller, service, requestId)));
  }

  private void waitFor(long milliseconds) {
    try {
      boolean _ = closing.await(milliseconds, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private StateStore.Change<Reply> run(
      Account account, Request request, Caller caller, Service service, String requestId) {
    String name = caller.region().equals("aws-global") ? "us-east-1" : caller.region();
    RegionState stored = account.regions().get(name);
    if (stored == null) {
      throw service.errors().unknownCredentials();
    }
    if (!Permissions.ofUser(account.userPolicies())
        .admit(request.service(), service.permission(request.action()))) {
      throw service.errors().deniedByPolicy(request.service() + ":" + request.action());
    }
    Instant now = settings.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    RegionState before = stored.copy();
    before.expire(now);
    Issuance.settle(before, account.hostedZones().values(), now, settings.provisioning());
    RegionState after = before.copy();
    Map<String, String> policies = new TreeMap<>(account.userPolicies());
    Map<String, HostedZone> zones = new TreeMap<>(account.hostedZones());
    Call call =
        new Call(
            request.action(),
            caller,
            requestId,
            after,
            policies,
            zones,
            now,
            settings.provisioning(),
            settings.deletion(),
            observed);
    Reply reply = service.answer(call, request.body());
    // What time alone has changed is not worth a write: every reader derives it again.
    Account next = after.equals(before) ? account : account.with(after);
    // What records have shown stays shown when they go.
    Account settled =
        zones.equals(account.hostedZones())
            ? next
            : Issuance.settled(next, now, settings.provisioning());
    return new StateStore.Change<>(reply, settled.permitting(policies).naming(zones));
  }

  private Request read(String method, Headers headers, URI uri, String body) {
    String query = Optional.ofNullable(uri.getRawQuery()).orElse("");
    String form = body.isEmpty() ? query : body;
    String target = Optional.ofNullable(headers.getFirst("X-Amz-Target")).orElse("");
    boolean json = !target.isEmpty();
    Parameters parameters = Parameters.parse(json ? "" : form);
    Optional<Caller> caller =
        Optional.ofNullable(headers.getFirst("Authorization"))
            .or(() -> Parameters.parse(query).text("X-Amz-Credential"))
            .or(() -> parameters.text("X-Amz-Credential"))
            .flatMap(Caller::parse);
    String action =
        json ? target.substring(target.lastIndexOf('.') + 1) : parameters.text("Action").orElse("");
    String service =
        caller.map(Caller::service).orElseGet(() -> json ? "acm" : serviceOf(parameters));
    if (services.get(service) instanceof Service.Rest rest) {
      Service.Rest.Asked asked = rest.read(method, uri, body);
      return new Request(caller, service, asked.action(), asked.body());
    }
    if (services.get(service) instanceof Service.XmlPaths route53) {
      Service.Rest.Asked asked = route53.read(method, uri, body);
      return new Request(caller, service, asked.action(), asked.body());
    }
    if (services.get(service) instanceof Service.RestXml s3) {
      Service.Rest.Asked asked = s3.read(method, uri, body);
      return new Request(caller, service, asked.action(), asked.body());
    }
    return new Request(caller, service, action, json ? body : form);
  }

  private static String serviceOf(Parameters parameters) {
    return switch (parameters.text("Version").orElse("")) {
      case "2016-11-15" -> "ec2";
      case "2011-06-15" -> "sts";
      case "2010-05-08" -> "iam";
      default -> "elasticloadbalancing";
    };
  }

  private static Reply identified(Reply reply, String requestId) {
    Map<String, String> headers = new HashMap<>(reply.headers());
    headers.put("x-amzn-RequestId", requestId);
    return new Reply(reply.status(), headers, reply.body());
  }
}
