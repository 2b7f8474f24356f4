package portico.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import portico.model.ActionSpec;
import portico.model.ConditionSpec;
import portico.model.IpTarget;
import portico.model.ListenerRuleSpec;
import portico.model.TargetType;

/** AWS's quotas: specs so large that each is tried once. */
final class LargeEdges {
  private final Edge.Catalogue edges = new Edge.Catalogue();

  private LargeEdges() {}

  static List<Edge> all() {
    LargeEdges all = new LargeEdges();
    all.edges.numbers("listeners", LargeEdges::listeners, 49, 50, 51);
    all.edges.numbers("rules", LargeEdges::rules, 99, 100, 101);
    all.edges.numbers("groups in use", LargeEdges::groups, 99, 100, 101);
    all.edges.numbers(
        "targets of a group", (draft, count) -> targets(draft.group(), count, 0), 999, 1000, 1001);
    all.edges.numbers("targets of an unused group", LargeEdges::unused, 1000, 1001);
    all.edges.numbers("targets of two groups", LargeEdges::twoGroups, 1000, 1001);
    all.edges.numbers("further certificates", LargeEdges::certificates, 24, 25, 26);
    all.edges.numbers(
        "further certificates of two listeners", LargeEdges::sharedCertificates, 25, 26);
    all.edges.numbers("networks on two listeners", LargeEdges::networks, 29, 30, 31);
    all.edges.numbers("networks of both kinds", LargeEdges::bothKinds, 60, 61);
    all.edges.numbers("ports of targets", LargeEdges::ports, 59, 60, 61);
    return all.edges.all();
  }

  private static void listeners(EdgeDraft draft, int count) {
    for (int index = 1; index < count; index++) {
      draft.listeners.add(new EdgeDraft.Listener("listener-" + index, 8000 + index));
    }
  }

  private static void rules(EdgeDraft draft, int count) {
    EdgeDraft.Listener more = new EdgeDraft.Listener("more", 90);
    draft.listeners.add(more);
    for (int index = 0; index < count; index++) {
      (index % 2 == 0 ? draft.listener() : more)
          .rule(new ConditionSpec.PathPattern(List.of("/r" + index)));
    }
  }

  private static void groups(EdgeDraft draft, int count) {
    for (int index = 1; index < count; index++) {
      String name = "group-" + index;
      draft.groups.add(new EdgeDraft.Group(name));
      ListenerRuleSpec rule =
          new ListenerRuleSpec(
              "",
              index,
              List.of(new ConditionSpec.PathPattern(List.of("/g" + index))),
              ActionSpec.Forward.to(name));
      draft.listener().rules.add(rule);
    }
  }

  private static void targets(EdgeDraft.Group group, int count, int network) {
    group.type = TargetType.IP;
    for (int index = 0; index < count; index++) {
      String address = "10.%d.%d.%d".formatted(100 + network, index / 250, 1 + index % 250);
      group.targets.add(new IpTarget(address, OptionalInt.empty(), Optional.of("all")));
    }
  }

  /** One address on many ports; Portico opens the network that it is in on each of them. */
  private static void ports(EdgeDraft draft, int count) {
    draft.group().type = TargetType.IP;
    for (int index = 0; index < count; index++) {
      draft
          .group()
          .targets
          .add(new IpTarget("10.100.0.1", OptionalInt.of(9000 + index), Optional.of("all")));
    }
  }

  private static void unused(EdgeDraft draft, int count) {
    EdgeDraft.Group spare = new EdgeDraft.Group("spare");
    targets(spare, count, 0);
    draft.groups.add(spare);
  }

  private static void twoGroups(EdgeDraft draft, int count) {
    targets(draft.group(), 500, 0);
    EdgeDraft.Group second = new EdgeDraft.Group("second");
    targets(second, count - 500, 1);
    draft.groups.add(second);
    EdgeDraft.Listener more = new EdgeDraft.Listener("more", 90);
    more.action = ActionSpec.Forward.to("second");
    draft.listeners.add(more);
  }

  private static void certificates(EdgeDraft draft, int count) {
    List<String> further = new ArrayList<>(draft.site.certificates().subList(1, 1 + count));
    draft.listener().https(draft.site.certificates().getFirst(), further.toArray(String[]::new));
  }

  /** All on the first listener, and one of them on a second listener too. */
  private static void sharedCertificates(EdgeDraft draft, int count) {
    certificates(draft, count);
    List<String> all = draft.site.certificates();
    draft.listeners.add(new EdgeDraft.Listener("more", 8443).https(all.getFirst(), all.get(1)));
  }

  private static void networks(EdgeDraft draft, int count) {
    draft.listeners.add(new EdgeDraft.Listener("more", 90));
    draft.ingress.clear();
    for (int index = 0; index < count; index++) {
      draft.ingress.add("10.0.%d.0/24".formatted(index));
    }
  }

  private static void bothKinds(EdgeDraft draft, int count) {
    draft.ipAddressType = portico.model.IpAddressType.DUALSTACK;
    draft.ingress.clear();
    for (int index = 0; index < count; index++) {
      draft.ingress.add("10.0.%d.0/24".formatted(index));
      draft.ingress.add("2001:db8:%x::/48".formatted(index));
    }
  }
}
