package portico.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import portico.catalog.Catalog;
import portico.catalog.Certificate;
import portico.catalog.HostedZone;
import portico.catalog.Instance;
import portico.catalog.LoadBalancerState;
import portico.catalog.Subnet;
import portico.catalog.Vpc;
import portico.model.AccessSpec;
import portico.model.DnsRecordSpec;
import portico.model.EnvironmentName;
import portico.model.EnvironmentSpec;
import portico.model.ListenerSpec;
import portico.model.SpecRules;
import portico.model.TargetGroupSpec;
import portico.probe.PublicAddress;
import portico.spec.SpecDraft.IngressChoice;
import portico.spec.SpecDraft.TargetAccessChoice;
import portico.spec.SpecDraft.VpcChoice;
import portico.spec.SpecFault.Thing;

/**
 * Closes a draft's open choices against one account and region, and checks what is chosen against
 * AWS's rules on networks. Blocks as long as the catalogue does.
 */
public final class SpecResolver {
  /** The tag that says whose a load balancer is. */
  public static final String ENVIRONMENT_TAG = "portico:environment";

  private final Catalog catalog;
  private final PublicAddress address;
  private final String region;

  public SpecResolver(Catalog catalog, PublicAddress address, String region) {
    this.catalog = catalog;
    this.address = address;
    this.region = region;
  }

  /** The spec that the draft means here and now. */
  public SpecAnswer<EnvironmentSpec> resolve(SpecDraft draft) {
    try {
      return resolved(draft, new Problems(draft.positions()));
    } catch (CatalogUnreadable e) {
      return new SpecAnswer.Unreadable<>(e.failure());
    }
  }

  private SpecAnswer<EnvironmentSpec> resolved(SpecDraft draft, Problems problems)
      throws CatalogUnreadable {
    Optional<Vpc> vpc = vpc(draft, problems);
    List<String> subnetIds = List.of();
    List<TargetGroupSpec> groups = List.of();
    List<String> targetGroupAccess = List.of();
    if (vpc.isPresent()) {
      String vpcId = vpc.get().id();
      List<Subnet> subnets = CatalogUnreadable.valueOf(catalog.subnets(vpcId));
      subnetIds = new SubnetChooser(vpcId, draft, subnets, problems).choose();
      TargetFinder finder = new TargetFinder(vpcId, instances(draft, vpcId), problems);
      groups = groups(draft, finder);
      targetGroupAccess = targetAccess(draft, finder);
    }
    List<ListenerSpec> listeners = listeners(draft, problems);
    List<DnsRecordSpec> records = dnsRecords(draft.loadBalancer().dnsRecords(), problems);
    List<String> networks = networks(draft, problems);
    if (problems.any()) {
      return problems.asWrong();
    }
    EnvironmentSpec spec =
        new EnvironmentSpec(
            region,
            draft.service(),
            draft.loadBalancer().in(vpc.orElseThrow().id(), subnetIds, records),
            groups,
            listeners,
            new AccessSpec(networks, targetGroupAccess),
            draft.tags());
    SpecRules.check(spec).forEach(problems::broken);
    return problems.any() ? problems.asWrong() : new SpecAnswer.Read<>(spec);
  }

  private Optional<Vpc> vpc(SpecDraft draft, Problems problems) throws CatalogUnreadable {
    List<Vpc> vpcs = CatalogUnreadable.valueOf(catalog.vpcs());
    return switch (draft.loadBalancer().vpc()) {
      case VpcChoice.Default() -> {
        Optional<Vpc> usual = vpcs.stream().filter(Vpc::isDefault).findFirst();
        if (usual.isEmpty()) {
          problems.add("loadBalancer.vpc", new SpecFault.NoDefaultVpc(region));
        }
        yield usual;
      }
      case VpcChoice.ById(String id) ->
          problems.only(
              "loadBalancer.vpcId",
              new Wanted(Thing.VPC, id, region),
              vpcs.stream().filter(vpc -> vpc.id().equals(id)).toList(),
              Vpc::id);
      case VpcChoice.ByName(String name) ->
          problems.only(
              "loadBalancer.vpc",
              new Wanted(Thing.VPC, name, region),
              vpcs.stream().filter(vpc -> vpc.name().equals(name)).toList(),
              Vpc::id);
    };
  }

  private List<Instance> instances(SpecDraft draft, String vpcId) throws CatalogUnreadable {
    return TargetFinder.isNeeded(draft.targetGroups())
        ? CatalogUnreadable.valueOf(catalog.instances(vpcId))
        : List.of();
  }

  private static List<TargetGroupSpec> groups(SpecDraft draft, TargetFinder finder) {
    List<TargetGroupSpec> groups = new ArrayList<>();
    for (TargetGroupDraft group : draft.targetGroups()) {
      groups.add(finder.found("targetGroups[" + groups.size() + "]", group));
    }
    return groups;
  }

  private static List<String> targetAccess(SpecDraft draft, TargetFinder finder) {
    return switch (draft.targetAccess()) {
      case TargetAccessChoice.ByIds(List<String> ids) -> ids;
      case TargetAccessChoice.Auto() -> finder.securityGroupIds();
    };
  }

  private List<ListenerSpec> listeners(SpecDraft draft, Problems problems)
      throws CatalogUnreadable {
    List<Certificate> certificates =
        CertificateFinder.isNeeded(draft.listeners())
            ? CatalogUnreadable.valueOf(catalog.certificates())
            : List.of();
    CertificateFinder finder =
        new CertificateFinder(region, certificates, draft.positions(), problems);
    List<ListenerSpec> listeners = new ArrayList<>();
    for (ListenerDraft listener : draft.listeners()) {
      listeners.add(finder.found("listeners[" + listeners.size() + "]", listener));
    }
    return listeners;
  }

  private List<DnsRecordSpec> dnsRecords(List<DnsRecordDraft> records, Problems problems)
      throws CatalogUnreadable {
    List<HostedZone> zones =
        ZoneFinder.isNeeded(records) ? CatalogUnreadable.valueOf(catalog.hostedZones()) : List.of();
    return new ZoneFinder(zones, problems).found(records);
  }

  private List<String> networks(SpecDraft draft, Problems problems) {
    List<String> networks = new ArrayList<>();
    for (int index = 0; index < draft.ingress().size(); index++) {
      switch (draft.ingress().get(index)) {
        case IngressChoice.Network(String cidr) -> networks.add(cidr);
        case IngressChoice.MyAddress() -> {
          Optional<String> found = address.find();
          found.ifPresent(ip -> networks.add(ip + "/32"));
          if (found.isEmpty()) {
            problems.add("access.ingressCidrs[" + index + "]", new SpecFault.AddressUnknown());
          }
        }
      }
    }
    return networks.stream().distinct().toList();
  }

  /**
   * Whether the names that a new environment wants are free. What an interrupted run of the same
   * environment left behind counts as free.
   *
   * @return the spec itself when they are
   */
  public SpecAnswer<EnvironmentSpec> checkNames(
      EnvironmentSpec spec, SpecPositions positions, EnvironmentName environment) {
    Problems problems = new Problems(positions);
    try {
      String name = spec.loadBalancer().name();
      Optional<LoadBalancerState> standing = CatalogUnreadable.valueOf(catalog.loadBalancer(name));
      if (standing.isPresent() && isOf(environment, standing.get())) {
        return new SpecAnswer.Read<>(spec);
      }
      if (standing.isPresent()) {
        problems.add("loadBalancer.name", new SpecFault.NameTaken(Thing.LOAD_BALANCER, name));
      }
      for (int index = 0; index < spec.targetGroups().size(); index++) {
        String group = spec.targetGroups().get(index).name();
        if (CatalogUnreadable.valueOf(catalog.targetGroupExists(group))) {
          problems.add(
              "targetGroups[" + index + "].name",
              new SpecFault.NameTaken(Thing.TARGET_GROUP, group));
        }
      }
    } catch (CatalogUnreadable e) {
      return new SpecAnswer.Unreadable<>(e.failure());
    }
    return problems.any() ? problems.asWrong() : new SpecAnswer.Read<>(spec);
  }

  private static boolean isOf(EnvironmentName environment, LoadBalancerState standing) {
    return environment.value().equals(standing.tags().get(ENVIRONMENT_TAG));
  }
}
