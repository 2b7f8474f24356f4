package portico.testing;

import java.util.Optional;
import portico.model.IpAddressType;
import portico.model.Scheme;

/** The pool that public addresses come from. */
final class PoolEdges {
  private final Edge.Catalogue edges;

  PoolEdges(Edge.Catalogue edges) {
    this.edges = edges;
  }

  void all() {
    for (Scheme scheme : Scheme.values()) {
      for (IpAddressType type : IpAddressType.values()) {
        edges.add(
            "a pool for " + scheme + " " + type,
            draft -> {
              draft.scheme = scheme;
              draft.ipAddressType = type;
              draft.ipamPool = Optional.of(draft.site.ipamPools().getFirst());
            });
      }
    }
    edges.add(
        "a pool of private addresses",
        draft -> draft.ipamPool = Optional.of(draft.site.ipamPools().getLast()));
    edges.texts(
        "pool",
        (draft, value) -> draft.ipamPool = Optional.of(value),
        "",
        "ipam-pool-",
        "ipam-pool-0",
        "ipam-pool-0_1",
        "pool-0123456789abcdef0",
        "ipam-pool-" + "a".repeat(990),
        "ipam-pool-" + "a".repeat(991));
  }
}
