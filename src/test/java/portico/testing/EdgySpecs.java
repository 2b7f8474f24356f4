package portico.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import portico.model.EnvironmentSpec;

/**
 * Specs at the boundaries of AWS's rules, from a seed: first each {@link Edge} by itself on the
 * smallest valid spec, then one to three edges together on valid specs of all kinds. The same seed
 * gives the same specs.
 */
public final class EdgySpecs {
  /**
   * A spec and how it came to be.
   *
   * @param name the seed's number of it and its edges, for messages
   */
  public record Made(String name, EnvironmentSpec spec) {}

  /** How many at once, each as likely as it is often: so that about half of the specs are valid. */
  private static final List<Integer> EDGES = List.of(0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 3);

  private final SpecSite site;
  private final long seed;
  private final Random random;
  private final List<Edge> edges;
  private final List<Edge> largeEdges;
  private final List<Edge> plain;

  public EdgySpecs(long seed, SpecSite site) {
    this.site = site;
    this.seed = seed;
    this.random = new Random(seed);
    this.edges =
        Stream.of(
                BalancerEdges.all(),
                DnsEdges.all(),
                GroupEdges.all(),
                TargetEdges.all(),
                ListenerEdges.all(),
                ConditionEdges.all())
            .flatMap(List::stream)
            .toList();
    this.largeEdges = LargeEdges.all();
    this.plain = ValidEdges.all();
  }

  /** That many specs; never fewer than there are edges. */
  public List<Made> take(int count) {
    List<Made> made = new ArrayList<>();
    for (Edge edge : edges) {
      made.add(of(made.size(), List.of(edge)));
    }
    for (Edge edge : largeEdges) {
      made.add(of(made.size(), List.of(edge)));
    }
    while (made.size() < count) {
      List<Edge> chosen = new ArrayList<>();
      for (int number = random.nextInt(5); number > 0; number--) {
        chosen.add(plain.get(random.nextInt(plain.size())));
      }
      for (int number = EDGES.get(random.nextInt(EDGES.size())); number > 0; number--) {
        chosen.add(edges.get(random.nextInt(edges.size())));
      }
      made.add(of(made.size(), chosen));
    }
    return made;
  }

  private Made of(int number, List<Edge> chosen) {
    EdgeDraft draft = new EdgeDraft(site);
    chosen.forEach(edge -> edge.change().accept(draft));
    if (draft.vpcId.equals(site.closedVpcId())) {
      leaveBehind(draft);
    }
    String how = String.join(" + ", chosen.stream().map(Edge::name).toList());
    return new Made("seed %d, number %d: %s".formatted(seed, number, how), draft.build());
  }

  /** What is of another VPC cannot be used here, which only the account's facts tell. */
  private void leaveBehind(EdgeDraft draft) {
    draft.securityGroupIds.removeAll(site.securityGroups());
    draft.targetSecurityGroupIds.removeAll(site.securityGroups());
    draft.groups.forEach(
        group -> group.targets.removeIf(target -> site.instances().contains(target.id())));
  }
}
