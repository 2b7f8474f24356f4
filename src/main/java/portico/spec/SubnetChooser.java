package portico.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import portico.catalog.Subnet;
import portico.model.NetworkRules;
import portico.model.SubnetFacts;
import portico.model.Violation;
import portico.spec.SpecDraft.SubnetChoice;
import portico.spec.SpecFault.Thing;
import portico.spec.SpecFault.UnfitSubnet;

/** Finds the subnets that a draft means among those of its VPC. */
final class SubnetChooser {
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
    return switch (draft.subnets()) {
      case SubnetChoice.Auto() -> sensiblePair();
      case SubnetChoice.ByIds(List<String> ids) -> checked("loadBalancer.subnetIds", ids, true);
      case SubnetChoice.ByNames(List<String> names) ->
          checked("loadBalancer.subnets", names, false);
    };
  }

  private List<String> sensiblePair() {
    List<SubnetFacts> facts = subnets.stream().map(Subnet::facts).toList();
    List<SubnetFacts> pair = NetworkRules.sensiblePair(draft.scheme(), facts);
    if (pair.size() < 2) {
      List<UnfitSubnet> unfit =
          facts.stream()
              .map(each -> new UnfitSubnet(each.id(), NetworkRules.unfit(each, draft.scheme())))
              .filter(each -> !each.reasons().isEmpty())
              .toList();
      problems.add("loadBalancer.subnets", new SpecFault.NoSubnetPair(vpcId, unfit));
    }
    return pair.stream().map(SubnetFacts::id).toList();
  }

  private List<String> checked(String field, List<String> wanted, boolean byId) {
    List<SubnetFacts> chosen = new ArrayList<>();
    for (int index = 0; index < wanted.size(); index++) {
      String at = field + "[" + index + "]";
      String word = wanted.get(index);
      Optional<SubnetFacts> match =
          problems
              .only(
                  at,
                  new Wanted(Thing.SUBNET, word, vpcId),
                  subnets.stream()
                      .filter(each -> (byId ? each.id() : each.name()).equals(word))
                      .toList(),
                  Subnet::id)
              .map(Subnet::facts);
      match.ifPresent(chosen::add);
      for (Violation reason :
          match.map(each -> NetworkRules.unfit(each, draft.scheme())).orElse(List.of())) {
        problems.add(at, new SpecFault.Broken(reason));
      }
    }
    if (chosen.size() == wanted.size()) {
      together(field, chosen);
    }
    return chosen.stream().map(SubnetFacts::id).toList();
  }

  /** What is wrong with the subnets only in company. */
  private void together(String field, List<SubnetFacts> chosen) {
    List<Violation> alone =
        chosen.stream().flatMap(each -> NetworkRules.unfit(each, draft.scheme()).stream()).toList();
    for (Violation violation : NetworkRules.check(vpcId, draft.scheme(), chosen)) {
      if (!alone.contains(violation)) {
        problems.add(field, new SpecFault.Broken(violation));
      }
    }
  }
}
