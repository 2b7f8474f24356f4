package portico.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import portico.model.AccessSpec;
import portico.model.ActionSpec;
import portico.model.Algorithm;
import portico.model.ConditionSpec;
import portico.model.DnsRecordSpec;
import portico.model.EnvironmentSpec;
import portico.model.HealthCheckSpec;
import portico.model.IpAddressType;
import portico.model.ListenerRuleSpec;
import portico.model.ListenerSpec;
import portico.model.LoadBalancerAttributes;
import portico.model.LoadBalancerSpec;
import portico.model.LogBucket;
import portico.model.Protocol;
import portico.model.ProtocolVersion;
import portico.model.Scheme;
import portico.model.ServiceSpec;
import portico.model.Stickiness;
import portico.model.TargetGroupAttributes;
import portico.model.TargetGroupSpec;
import portico.model.TargetSpec;
import portico.model.TargetType;
import portico.model.TlsSpec;

/**
 * A spec whose fields a test changes one by one. It begins as the smallest valid one on its {@link
 * SpecSite}.
 */
public final class EdgeDraft {
  public final SpecSite site;
  public ServiceSpec service = ServiceSpec.OTHER;
  public String name = "edge";
  public Scheme scheme = Scheme.INTERNET_FACING;
  public IpAddressType ipAddressType = IpAddressType.IPV4;
  public String vpcId;
  public List<String> subnetIds;
  public List<String> securityGroupIds = new ArrayList<>();
  public int idleTimeout = 60;
  public int clientKeepAlive = 3600;
  public Optional<LogBucket> accessLogs = Optional.empty();
  public Optional<LogBucket> connectionLogs = Optional.empty();
  public Optional<String> webAclArn = Optional.empty();
  public List<DnsRecordSpec> dnsRecords = new ArrayList<>();
  public Optional<String> ipamPool = Optional.empty();
  public Map<String, String> balancerTags = new LinkedHashMap<>();
  public List<Group> groups = new ArrayList<>();
  public List<Listener> listeners = new ArrayList<>();
  public List<String> ingress = new ArrayList<>(List.of("203.0.113.7/32"));
  public List<String> targetSecurityGroupIds = new ArrayList<>();
  public Map<String, String> tags = new LinkedHashMap<>();

  public EdgeDraft(SpecSite site) {
    this.site = site;
    this.vpcId = site.vpcId();
    this.subnetIds = new ArrayList<>(site.publicSubnets().subList(0, 2));
    groups.add(new Group("edge-tg"));
    listeners.add(new Listener("http", 80));
  }

  /** A target group; by itself of instances on port 8000, and without targets. */
  public static final class Group {
    public String name;
    public TargetType type = TargetType.INSTANCE;
    public Protocol protocol = Protocol.HTTP;
    public ProtocolVersion version = ProtocolVersion.HTTP1;
    public int port = 8000;
    public boolean checked = true;
    public OptionalInt checkPort = OptionalInt.empty();
    public String path = "/health";
    public int interval = 15;
    public int timeout = 10;
    public int healthy = 2;
    public int unhealthy = 5;
    public String matcher = "200";
    public int delay = 300;
    public int slowStart;
    public Algorithm algorithm = Algorithm.ROUND_ROBIN;
    public boolean anomaly;
    public Stickiness stickiness = new Stickiness.Off();
    public List<TargetSpec> targets = new ArrayList<>();
    public Map<String, String> tags = new LinkedHashMap<>();

    public Group(String name) {
      this.name = name;
    }

    /** What a gRPC health check has by itself. */
    public Group grpc() {
      version = ProtocolVersion.GRPC;
      path = "/grpc.health.v1.Health/Check";
      matcher = "0";
      return this;
    }

    private TargetGroupSpec build() {
      return new TargetGroupSpec(
          name,
          type,
          protocol,
          version,
          port,
          new HealthCheckSpec(
              checked,
              Protocol.HTTP,
              checkPort,
              path,
              interval,
              timeout,
              healthy,
              unhealthy,
              matcher),
          new TargetGroupAttributes(delay, slowStart, algorithm, anomaly, stickiness),
          targets,
          tags);
    }
  }

  /** A listener; by itself for HTTP, and all to the first group. */
  public static final class Listener {
    public String name;
    public Protocol protocol = Protocol.HTTP;
    public int port;
    public Optional<TlsSpec> tls = Optional.empty();
    public ActionSpec action = ActionSpec.Forward.to("edge-tg");
    public List<ListenerRuleSpec> rules = new ArrayList<>();

    public Listener(String name, int port) {
      this.name = name;
      this.port = port;
    }

    public Listener https(String certificate, String... further) {
      protocol = Protocol.HTTPS;
      tls =
          Optional.of(
              new TlsSpec("ELBSecurityPolicy-TLS13-1-2-2021-06", certificate, List.of(further)));
      return this;
    }

    /** A rule of the next free priority that answers by itself. */
    public void rule(ConditionSpec... conditions) {
      rules.add(
          new ListenerRuleSpec(
              "",
              rules.size() + 1,
              List.of(conditions),
              new ActionSpec.FixedResponse(403, "text/plain", "no")));
    }

    private ListenerSpec build() {
      return new ListenerSpec(name, protocol, port, tls, action, rules);
    }
  }

  public Group group() {
    return groups.getFirst();
  }

  public Listener listener() {
    return listeners.getFirst();
  }

  /** The first listener, made one for HTTPS. */
  public Listener secure() {
    return listener().https(site.certificates().getFirst());
  }

  public EnvironmentSpec build() {
    return new EnvironmentSpec(
        site.region(),
        service,
        new LoadBalancerSpec(
            name,
            scheme,
            ipAddressType,
            vpcId,
            subnetIds,
            securityGroupIds,
            new LoadBalancerAttributes(
                idleTimeout, clientKeepAlive, true, false, true, accessLogs, connectionLogs),
            webAclArn,
            balancerTags,
            ipamPool,
            dnsRecords),
        groups.stream().map(Group::build).toList(),
        listeners.stream().map(Listener::build).toList(),
        new AccessSpec(ingress, targetSecurityGroupIds),
        tags);
  }
}
