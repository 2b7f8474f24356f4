package portico.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import portico.export.Stack.Output;
import portico.export.Stack.Resource;
import portico.export.Stack.Secret;
import portico.export.Value.Fields;
import portico.export.Value.Items;
import portico.export.Value.Reference;
import portico.model.EnvironmentSpec;
import portico.model.ListenerSpec;
import portico.model.LoadBalancerAttributes;
import portico.model.LoadBalancerSpec;
import portico.model.LogBucket;
import portico.model.Protocol;
import portico.model.Scheme;

/** Describes the resources of a spec. Used once. */
final class StackBuilder {
  static final String LOAD_BALANCER = "load_balancer";
  static final String SECURITY_GROUP = "security_group";

  private final EnvironmentSpec spec;
  private final Running running;
  private final Names names = new Names();
  private final List<Resource> resources = new ArrayList<>();
  private final Map<String, Secret> secrets = new LinkedHashMap<>();

  StackBuilder(EnvironmentSpec spec, Running running) {
    this.spec = spec;
    this.running = running;
  }

  Stack build() {
    new AccessResources(spec, this).add();
    LoadBalancerSpec balancer = spec.loadBalancer();
    Optional<String> bucket = Optional.ofNullable(running.ids().get(LogResources.key(balancer)));
    loadBalancer(balancer, new LogResources(balancer, this, bucket).add());
    DnsResources.add(balancer, this);
    Map<String, String> groups = new TargetResources(spec, this).add();
    ListenerResources listeners = new ListenerResources(this, groups);
    spec.listeners().forEach(listeners::add);
    return new Stack(
        spec.loadBalancer().name(),
        spec.region(),
        spec.tags(),
        List.copyOf(secrets.values()),
        resources,
        outputs(groups));
  }

  /** Adds a resource, and answers what code calls it. */
  String add(String id, ResourceType type, String name, Fields inputs) {
    return add(id, type, name, inputs, false, Optional.empty());
  }

  String add(
      String id,
      ResourceType type,
      String name,
      Fields inputs,
      boolean deleteBeforeReplace,
      Optional<String> after) {
    String unique = names.unique(id);
    resources.add(new Resource(unique, type, name, inputs, deleteBeforeReplace, after));
    return unique;
  }

  /** The variable that holds an API key. */
  String secret(String keyName) {
    return secrets
        .computeIfAbsent(
            keyName,
            name -> new Secret("api_key_" + Names.words(name), "The API key \"" + name + "\"."))
        .variable();
  }

  /** Tags, unless there are none. */
  static void tags(Fields inputs, Map<String, String> tags) {
    if (!tags.isEmpty()) {
      inputs.put("tags", new Value.Entries(tags));
    }
  }

  private void loadBalancer(LoadBalancerSpec balancer, Optional<String> after) {
    List<Value> groups = new ArrayList<>(List.of(new Reference(SECURITY_GROUP, "id")));
    balancer.securityGroupIds().forEach(id -> groups.add(new Value.Text(id)));
    LoadBalancerAttributes attributes = balancer.attributes();
    Fields inputs =
        Fields.empty()
            .put("name", balancer.name())
            .put("load_balancer_type", "application")
            .put("internal", balancer.scheme() == Scheme.INTERNAL)
            .put("ip_address_type", balancer.ipAddressType().awsName())
            .put("subnets", Items.ofTexts(balancer.subnetIds()))
            .put("security_groups", new Items(groups))
            .put("idle_timeout", attributes.idleTimeoutSeconds())
            .put("client_keep_alive", attributes.clientKeepAliveSeconds())
            .put("enable_http2", attributes.http2())
            .put("enable_deletion_protection", attributes.deletionProtection())
            .put("drop_invalid_header_fields", attributes.dropInvalidHeaderFields());
    balancer
        .ipv4IpamPoolId()
        .ifPresent(id -> inputs.part("ipam_pools", Fields.empty().put("ipv4_ipam_pool_id", id)));
    attributes.accessLogs().ifPresent(logs -> inputs.part("access_logs", logs(logs)));
    attributes.connectionLogs().ifPresent(logs -> inputs.part("connection_logs", logs(logs)));
    tags(inputs, balancer.tags());
    add(LOAD_BALANCER, ResourceType.LOAD_BALANCER, balancer.name(), inputs, false, after);
    balancer
        .webAclArn()
        .ifPresent(
            acl ->
                add(
                    "web_acl",
                    ResourceType.WEB_ACL_ASSOCIATION,
                    balancer.name() + "-web-acl",
                    Fields.empty()
                        .put("resource_arn", new Reference(LOAD_BALANCER, "arn"))
                        .put("web_acl_arn", acl),
                    true,
                    Optional.empty()));
  }

  private static Fields logs(LogBucket logs) {
    Fields fields =
        Fields.empty()
            .put(
                "bucket",
                switch (logs) {
                  case LogBucket.Existing(String bucket, String _) -> new Value.Text(bucket);
                  case LogBucket.Made _ -> new Reference(LogResources.BUCKET, "id");
                });
    if (!logs.prefix().isEmpty()) {
      fields.put("prefix", logs.prefix());
    }
    return fields.put("enabled", true);
  }

  private List<Output> outputs(Map<String, String> groups) {
    List<Output> outputs = new ArrayList<>();
    outputs.add(
        new Output(
            "load_balancer_dns_name",
            "Name that clients resolve.",
            new Reference(LOAD_BALANCER, "dns_name")));
    if (LogBucket.madeDays(spec.loadBalancer().attributes()).isPresent()) {
      outputs.add(
          new Output("log_bucket", "Where the logs go.", new Reference(LogResources.BUCKET, "id")));
    }
    Names outputNames = new Names();
    for (ListenerSpec listener : spec.listeners()) {
      outputs.add(
          new Output(
              "url_" + outputNames.unique(listener.name()),
              "Where listener " + listener.name() + " answers.",
              url(listener)));
    }
    groups.forEach(
        (name, id) ->
            outputs.add(
                new Output(
                    "target_group_arn_" + outputNames.unique("tg " + name).replaceFirst("tg_", ""),
                    "Target group " + name + ".",
                    new Reference(id, "arn"))));
    return outputs;
  }

  private static Value url(ListenerSpec listener) {
    boolean tls = listener.protocol() == Protocol.HTTPS;
    String port = listener.port() == (tls ? 443 : 80) ? "" : ":" + listener.port();
    return new Value.Join(
        List.of(
            new Value.Text(tls ? "https://" : "http://"),
            new Reference(LOAD_BALANCER, "dns_name"),
            new Value.Text(port + "/")));
  }
}
