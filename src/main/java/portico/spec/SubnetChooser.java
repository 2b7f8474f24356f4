package portico.spec;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import portico.catalog.Subnet;
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
    List<SubnetFacts> facts = subnets.stream().map(Subnet::facts).toList();
    List<SubnetFacts> pair = NetworkRules.sensiblePair(draft.loadBalancer().scheme(), facts);
    if (pair.size() < 2) {
      List<UnfitSubnet> unfit =
          facts.stream()
              .map(
                  each ->
                      new UnfitSubnet(
                          each.id(), NetworkRules.unfit(each, draft.loadBalancer().scheme())))
              .filter(each -> !each.reasons().isEmpty())
              .toList();
      problems.add("loadBalancer.subnets", new SpecFault.NoSubnetPair(vpcId, unfit));
    }
    return pair.stream().map(SubnetFacts::id).toList();
  }

  private List<String> checked(String field, List<String> wanted, boolean byId) {
    SortedMap<Integer, SubnetFacts> chosen = new TreeMap<>();
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
          .ifPresent(subnet -> chosen.put(at, subnet.facts()));
    }
    List<SubnetFacts> facts = List.copyOf(chosen.values());
    if (facts.size() == wanted.size()) {
      for (Violation violation : NetworkRules.check(vpcId, draft.loadBalancer().scheme(), facts)) {
        String at = violation.field().replace(RULES_FIELD, field);
        problems.add(at, new SpecFault.Broken(violation));
      }
    } else {
      chosen.forEach((index, subnet) -> alone(field + "[" + index + "]", subnet));
    }
    return facts.stream().map(SubnetFacts::id).toList();
  }

  /** What is wrong with a subnet whatever the others are. */
  private void alone(String field, SubnetFacts subnet) {
    for (Violation violation : NetworkRules.unfit(subnet, draft.loadBalancer().scheme())) {
      problems.add(field, new SpecFault.Broken(violation));
    }
  }
}
