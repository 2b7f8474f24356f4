package portico.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import portico.catalog.Subnet;
import portico.model.AccountRules;
import portico.model.NetworkRules;
import portico.model.SubnetFacts;
import portico.model.Violation;
import portico.spec.SpecDraft.SubnetChoice;
import portico.spec.SpecFault.Thing;
import portico.spec.SpecFault.UnfitSubnet;

/** Finds the subnets that a draft means among those of its VPC. */
final class SubnetChooser {
  /** How the rules call the field. */
  private static final String RULES_FIELD = "loadBalancer.subnetIds";

  private final String vpcId;
  private final SpecDraft draft;
  private final List<Subnet> subnets;
  private final Problems problems;

  SubnetChooser(String vpcId, SpecDraft draft, List<Subnet> subnets, Problems problems) {
    this.vpcId = vpcId;
    this.draft = draft;
    this.subnets = subnets;
    this.problems = problems;
  }

  /** Ids of the subnets; what is wrong with them is noted. */
  List<String> choose() {
    return switch (draft.loadBalancer().subnets()) {
      case SubnetChoice.Auto() -> sensiblePair();
      case SubnetChoice.ByIds(List<String> ids) -> checked("loadBalancer.subnetIds", ids, true);
      case SubnetChoice.ByNames(List<String> names) ->
          checked("loadBalancer.subnets", names, false);
    };
  }

  private List<String> sensiblePair() {
    List<SubnetFacts> candidates =
        subnets.stream().filter(each -> ipv6(each).isEmpty()).map(Subnet::facts).toList();
    List<SubnetFacts> pair = NetworkRules.sensiblePair(draft.loadBalancer().scheme(), candidates);
    if (pair.size() < 2) {
      List<UnfitSubnet> unfit =
          subnets.stream()
              .map(each -> new UnfitSubnet(each.id(), unfit(each)))
              .filter(each -> !each.reasons().isEmpty())
              .toList();
      problems.add("loadBalancer.subnets", new SpecFault.NoSubnetPair(vpcId, unfit));
    }
    return pair.stream().map(SubnetFacts::id).toList();
  }

  private List<String> checked(String field, List<String> wanted, boolean byId) {
    SortedMap<Integer, Subnet> chosen = new TreeMap<>();
    for (int index = 0; index < wanted.size(); index++) {
      int at = index;
      String word = wanted.get(index);
      problems
          .only(
              field + "[" + index + "]",
              new Wanted(Thing.SUBNET, word, vpcId),
              subnets.stream()
                  .filter(each -> (byId ? each.id() : each.name()).equals(word))
                  .toList(),
              Subnet::id)
          .ifPresent(subnet -> chosen.put(at, subnet));
    }
    if (chosen.size() == wanted.size()) {
      together(field, List.copyOf(chosen.values()));
    } else {
      chosen.forEach((index, subnet) -> broken(field + "[" + index + "]", unfit(subnet)));
    }
    return chosen.values().stream().map(Subnet::id).toList();
  }

  private void together(String field, List<Subnet> all) {
    List<SubnetFacts> facts = all.stream().map(Subnet::facts).toList();
    for (Violation each : NetworkRules.check(vpcId, draft.loadBalancer().scheme(), facts)) {
      broken(each.field().replace(RULES_FIELD, field), List.of(each));
    }
    for (int index = 0; index < all.size(); index++) {
      broken(field + "[" + index + "]", ipv6(all.get(index)));
    }
  }

  private void broken(String field, List<Violation> violations) {
    violations.forEach(each -> problems.add(field, new SpecFault.Broken(each)));
  }

  /** What is wrong with a subnet whatever the others are. */
  private List<Violation> unfit(Subnet subnet) {
    List<Violation> found =
        new ArrayList<>(NetworkRules.unfit(subnet.facts(), draft.loadBalancer().scheme()));
    found.addAll(ipv6(subnet));
    return found;
  }

  private List<Violation> ipv6(Subnet subnet) {
    return AccountRules.ipv6Subnet(
        RULES_FIELD, draft.loadBalancer().ipAddressType(), subnet.id(), subnet.hasIpv6());
  }
}
