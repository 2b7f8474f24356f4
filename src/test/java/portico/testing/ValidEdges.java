package portico.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import portico.model.ActionSpec;
import portico.model.Algorithm;
import portico.model.ConditionSpec;
import portico.model.DnsRecordSpec;
import portico.model.InstanceTarget;
import portico.model.IpAddressType;
import portico.model.IpTarget;
import portico.model.LambdaTarget;
import portico.model.ListenerRuleSpec;
import portico.model.LogBucket;
import portico.model.Protocol;
import portico.model.Scheme;
import portico.model.Stickiness;
import portico.model.TargetType;

/** Changes that leave a spec valid: the kinds of specs on which edges are tried. */
final class ValidEdges {
  private final Edge.Catalogue edges = new Edge.Catalogue();

  private ValidEdges() {}

  static List<Edge> all() {
    ValidEdges all = new ValidEdges();
    all.balancers();
    all.groups();
    all.listeners();
    return all.edges.all();
  }

  private void balancers() {
    edges.add("internal", draft -> draft.scheme = Scheme.INTERNAL);
    edges.add("dual stack", draft -> draft.ipAddressType = IpAddressType.DUALSTACK);
    edges.add(
        "with logs",
        draft -> {
          draft.accessLogs = Optional.of(new LogBucket.Existing(draft.site.bucket(), "team/alb"));
          draft.connectionLogs = Optional.of(new LogBucket.Existing(draft.site.bucket(), ""));
        });
    edges.add(
        "with a bucket made",
        draft -> {
          draft.accessLogs = Optional.of(new LogBucket.Made("requests", 30));
          draft.connectionLogs = Optional.of(new LogBucket.Made("connections", 30));
        });
    edges.add("tagged", draft -> draft.tags.put("team", "ml"));
    edges.add("guarded", draft -> draft.webAclArn = Optional.of(draft.site.webAcls().get(1)));
    edges.add(
        "named",
        draft -> {
          draft.dnsRecords.clear();
          draft.dnsRecords.add(
              new DnsRecordSpec(draft.site.zoneId(), "api." + draft.site.zoneName()));
        });
    edges.add(
        "three zones",
        draft -> draft.subnetIds = new ArrayList<>(draft.site.publicSubnets().subList(0, 3)));
    edges.add(
        "lets itself in",
        draft -> draft.targetSecurityGroupIds.add(draft.site.securityGroups().get(4)));
  }

  private void groups() {
    edges.add(
        "of instances",
        draft -> {
          draft.group().type = TargetType.INSTANCE;
          draft.group().targets.clear();
          draft.site.instances().forEach(id -> draft.group().targets.add(InstanceTarget.of(id)));
        });
    edges.add(
        "of addresses",
        draft -> {
          draft.group().type = TargetType.IP;
          draft.group().targets.clear();
          draft
              .group()
              .targets
              .add(new IpTarget("10.20.16.50", OptionalInt.of(9000), Optional.empty()));
          draft
              .group()
              .targets
              .add(new IpTarget("192.168.1.5", OptionalInt.empty(), Optional.of("all")));
        });
    edges.add(
        "of a function",
        draft -> {
          EdgeDraft.Group group = new EdgeDraft.Group("function");
          group.type = TargetType.LAMBDA;
          group.targets.add(new LambdaTarget(draft.site.functions().getFirst()));
          draft.groups.removeIf(each -> each.name.equals("function"));
          draft.groups.add(group);
        });
    edges.add("sticky", draft -> draft.group().stickiness = new Stickiness.LoadBalancerCookie(600));
    edges.add(
        "random",
        draft -> {
          draft.group().algorithm = Algorithm.WEIGHTED_RANDOM;
          draft.group().anomaly = true;
        });
    edges.add("checked on another port", draft -> draft.group().checkPort = OptionalInt.of(9001));
    edges.add("by HTTPS", draft -> draft.group().protocol = Protocol.HTTPS);
    edges.add(
        "gRPC",
        draft -> {
          draft.group().grpc();
          draft.secure();
        });
  }

  private void listeners() {
    edges.add("secure", EdgeDraft::secure);
    edges.add(
        "redirecting",
        draft -> {
          EdgeDraft.Listener plain = new EdgeDraft.Listener("redirect", 8080);
          plain.action = ActionSpec.Redirect.toHttps(443);
          draft.listeners.removeIf(each -> each.name.equals("redirect"));
          draft.listeners.add(plain);
        });
    edges.add(
        "with a gate",
        draft ->
            draft
                .listener()
                .rules
                .add(
                    new ListenerRuleSpec(
                        "gate",
                        100 + draft.listener().rules.size(),
                        List.of(
                            new ConditionSpec.ApiKey("Authorization", "Bearer ", "gate"),
                            new ConditionSpec.PathPattern(List.of("/v1/*"))),
                        ActionSpec.Forward.to(draft.group().name))));
    edges.add(
        "with a rule by source",
        draft -> draft.listener().rule(new ConditionSpec.SourceIp(List.of("10.0.0.0/8", "::/0"))));
    edges.add("open", draft -> draft.ingress.add("0.0.0.0/0"));
  }
}
