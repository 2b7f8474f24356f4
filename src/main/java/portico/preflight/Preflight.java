package portico.preflight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import portico.catalog.Answer;
import portico.catalog.Catalog;
import portico.catalog.Decision;
import portico.catalog.Instance;
import portico.catalog.IpamPool;
import portico.catalog.LoadBalancerState;
import portico.catalog.Quota;
import portico.catalog.SecurityGroup;
import portico.catalog.Subnet;
import portico.catalog.Vpc;
import portico.catalog.WebAcl;
import portico.model.EnvironmentSpec;
import portico.model.TargetGroupSpec;

/**
 * Looks at everything that can be known before a deployment. What cannot be read is said to be
 * unknown and hinders nothing: the identity may lack permissions that a deployment does not need.
 */
public final class Preflight {
  private final Catalog catalog;
  private final PreflightRequest request;
  private final EnvironmentSpec spec;
  private final String vpcId;

  private Preflight(Catalog catalog, PreflightRequest request) {
    this.catalog = catalog;
    this.request = request;
    this.spec = request.spec();
    this.vpcId = spec.loadBalancer().vpcId();
  }

  /** All checks, in the order of their topics. Blocks for as long as the catalogue takes. */
  public static List<Check> run(Catalog catalog, PreflightRequest request) {
    Preflight preflight = new Preflight(catalog, request);
    List<Check> all = new ArrayList<>();
    all.addAll(preflight.names());
    all.addAll(preflight.quotas());
    all.addAll(preflight.network());
    all.addAll(preflight.certificates());
    all.addAll(preflight.webAcl());
    all.addAll(preflight.ipamPool());
    all.addAll(new DnsChecks(catalog, request.spec(), request.existing()).all());
    all.addAll(preflight.permissions());
    all.addAll(preflight.credentials());
    all.addAll(EngineChecks.of(request.engine()));
    all.sort(Comparator.comparing(check -> check.finding().topic()));
    return List.copyOf(all);
  }

  private List<Check> names() {
    List<Check> found = new ArrayList<>();
    String balancer = spec.loadBalancer().name();
    boolean ownBalancer =
        request.existing().filter(e -> e.loadBalancer().name().equals(balancer)).isPresent();
    if (!ownBalancer) {
      switch (catalog.loadBalancer(balancer)) {
        case Answer.Found<Optional<LoadBalancerState>>(var state) ->
            state.ifPresent(
                taken -> found.add(Check.of(Finding.LOAD_BALANCER_NAME_TAKEN, balancer)));
        case Answer.Failed<Optional<LoadBalancerState>>(var failure) -> {
          return List.of(Check.of(Finding.NAMES_UNKNOWN, failure));
        }
      }
    }
    for (TargetGroupSpec group : spec.targetGroups()) {
      if (request.existing().flatMap(e -> e.targetGroup(group.name())).isPresent()) {
        continue;
      }
      switch (catalog.targetGroupExists(group.name())) {
        case Answer.Found<Boolean>(Boolean taken) -> {
          if (taken) {
            found.add(Check.of(Finding.TARGET_GROUP_NAME_TAKEN, group.name()));
          }
        }
        case Answer.Failed<Boolean>(var failure) -> {
          return List.of(Check.of(Finding.NAMES_UNKNOWN, failure));
        }
      }
    }
    return found.isEmpty()
        ? List.of(Check.of(Finding.NAMES_FREE, 1 + spec.targetGroups().size()))
        : found;
  }

  private List<Check> quotas() {
    return read(
        catalog.quotas(),
        Finding.QUOTAS_UNKNOWN,
        (List<Quota> quotas) -> QuotaChecks.of(quotas, spec, request.existing()));
  }

  /** Subnets, instances and security groups; the last need the instances. */
  private List<Check> network() {
    List<Check> found = new ArrayList<>();
    found.addAll(
        read(
            catalog.subnets(vpcId),
            Finding.SUBNETS_UNKNOWN,
            (List<Subnet> subnets) -> NetworkChecks.subnets(spec, byId(subnets, Subnet::id))));
    boolean hasInstances = NetworkChecks.hasInstances(spec);
    if (NetworkChecks.hasAddresses(spec)) {
      found.addAll(
          read(
              catalog.vpcs(),
              Finding.TARGETS_UNKNOWN,
              (List<Vpc> vpcs) -> NetworkChecks.addresses(spec, vpcs)));
    }
    if (!hasInstances) {
      found.addAll(NetworkChecks.withoutInstances(spec));
    }
    Map<String, Instance> instances = new HashMap<>();
    if (hasInstances) {
      found.addAll(
          read(
              catalog.instances(vpcId),
              Finding.TARGETS_UNKNOWN,
              (List<Instance> read) -> {
                instances.putAll(byId(read, Instance::id));
                return NetworkChecks.targets(spec, instances, catalog.subnets(vpcId));
              }));
    }
    if (hasInstances || NetworkChecks.namesGroups(spec)) {
      found.addAll(
          read(
              catalog.securityGroups(vpcId),
              Finding.SECURITY_GROUPS_UNKNOWN,
              (List<SecurityGroup> groups) ->
                  GroupChecks.of(spec, byId(groups, SecurityGroup::id), instances)));
    }
    return found;
  }

  private List<Check> certificates() {
    return CertificateChecks.arns(spec).isEmpty()
        ? List.of()
        : read(
            catalog.certificates(),
            Finding.CERTIFICATES_UNKNOWN,
            certificates -> CertificateChecks.of(spec, certificates, request.now()));
  }

  private List<Check> webAcl() {
    return spec.loadBalancer()
        .webAclArn()
        .map(
            arn ->
                read(
                    catalog.webAcls(),
                    Finding.WEB_ACL_UNKNOWN,
                    (List<WebAcl> acls) ->
                        acls.stream()
                            .filter(acl -> acl.arn().equals(arn))
                            .findFirst()
                            .map(acl -> List.of(Check.of(Finding.WEB_ACL_FOUND, acl.name())))
                            .orElseGet(() -> List.of(Check.of(Finding.WEB_ACL_GONE, arn)))))
        .orElseGet(List::of);
  }

  private List<Check> ipamPool() {
    return spec.loadBalancer()
        .ipv4IpamPoolId()
        .map(
            id ->
                read(
                    catalog.ipamPools(),
                    Finding.IPAM_POOL_UNKNOWN,
                    (List<IpamPool> pools) ->
                        pools.stream()
                            .filter(pool -> pool.id().equals(id))
                            .findFirst()
                            .map(pool -> List.of(Check.of(Finding.IPAM_POOL_FOUND, pool.label())))
                            .orElseGet(() -> List.of(Check.of(Finding.IPAM_POOL_GONE, id)))))
        .orElseGet(List::of);
  }

  private List<Check> permissions() {
    return read(
        catalog.decisions(Actions.of(spec)),
        Finding.PERMISSIONS_UNKNOWN,
        (List<Decision> decisions) -> {
          List<String> denied =
              decisions.stream().filter(each -> !each.allowed()).map(Decision::action).toList();
          return List.of(
              denied.isEmpty()
                  ? Check.of(Finding.ALLOWED, decisions.size())
                  : Check.of(Finding.DENIED, String.join(", ", denied)));
        });
  }

  private List<Check> credentials() {
    return read(
        catalog.credentialsExpiry(),
        Finding.CREDENTIALS_UNKNOWN,
        end -> List.of(EngineChecks.credentials(end, request.now(), request.expected())));
  }

  private static <T> List<Check> read(
      Answer<T> answer, Finding unknown, Function<T, List<Check>> found) {
    return switch (answer) {
      case Answer.Found<T>(T value) -> found.apply(value);
      case Answer.Failed<T>(var failure) -> List.of(Check.of(unknown, failure));
    };
  }

  private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
    Map<String, T> map = new HashMap<>();
    all.forEach(each -> map.put(id.apply(each), each));
    return map;
  }
}
