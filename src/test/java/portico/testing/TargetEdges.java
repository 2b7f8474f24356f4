package portico.testing;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import portico.model.Algorithm;
import portico.model.InstanceTarget;
import portico.model.IpTarget;
import portico.model.LambdaTarget;
import portico.model.ProtocolVersion;
import portico.model.Stickiness;
import portico.model.TargetSpec;
import portico.model.TargetType;

/** The targets of groups: instances, addresses and functions. */
final class TargetEdges {
  private final Edge.Catalogue edges = new Edge.Catalogue();

  private TargetEdges() {}

  static List<Edge> all() {
    TargetEdges all = new TargetEdges();
    all.targets();
    all.addresses();
    all.functions();
    return all.edges.all();
  }

  private void targets() {
    edges.numbers(
        "target's port",
        (draft, value) -> draft.group().targets.add(instance(draft, 0, value)),
        -1,
        0,
        1,
        65_535,
        65_536);
    edges.texts(
        "instance",
        (draft, value) -> {
          // AWS sees no difference between an address and an instance whose id is one
          if (draft.group().type != TargetType.IP) {
            draft.group().targets.add(InstanceTarget.of(value));
          }
        },
        "",
        "i-",
        "i-0123",
        "i-0123456789ABCDEF0",
        "10.20.0.5",
        "i-0123456789abcdef01");
    edges.add("two instances", draft -> draft.group().targets.addAll(two(draft)));
    for (TargetType type : TargetType.values()) {
      misfit(type, "an instance", (draft, group) -> group.targets.add(instance(draft, 0, 8000)));
      misfit(type, "an address", (draft, group) -> group.targets.add(address("10.20.16.99")));
      misfit(
          type,
          "a function",
          (draft, group) -> group.targets.add(new LambdaTarget(draft.site.functions().getFirst())));
    }
  }

  private void misfit(TargetType type, String what, BiConsumer<EdgeDraft, EdgeDraft.Group> add) {
    edges.add(
        what + " in a group of type " + type,
        draft -> {
          draft.group().type = type;
          add.accept(draft, draft.group());
        });
  }

  private static List<TargetSpec> two(EdgeDraft draft) {
    return List.of(instance(draft, 0, 8000), instance(draft, 1, 8000));
  }

  private static TargetSpec instance(EdgeDraft draft, int index, int port) {
    return new InstanceTarget(draft.site.instances().get(index), OptionalInt.of(port));
  }

  private static IpTarget address(String address) {
    return new IpTarget(address, OptionalInt.empty(), Optional.empty());
  }

  private void addresses() {
    String[] addresses = {
      "",
      "10.20.16.99",
      "9.255.255.255",
      "10.0.0.0",
      "10.255.255.255",
      "11.0.0.0",
      "172.15.255.255",
      "172.16.0.0",
      "172.31.255.255",
      "172.32.0.0",
      "192.167.255.255",
      "192.168.0.0",
      "192.168.255.255",
      "192.169.0.0",
      "100.63.255.255",
      "100.64.0.0",
      "100.127.255.255",
      "100.128.0.0",
      "8.8.8.8",
      "127.0.0.1",
      "10.20.16",
      "10.20.16.256",
      "010.20.16.9",
      "10.20.16.9/32",
      "host",
      "fd00::1",
      "::ffff:10.20.16.9"
    };
    edges.texts(
        "address in all zones", (draft, value) -> put(draft, value, Optional.of("all")), addresses);
    edges.texts(
        "address without zone", (draft, value) -> put(draft, value, Optional.empty()), addresses);
    edges.texts(
        "zone",
        (draft, value) -> put(draft, "192.168.7.7", Optional.of(value)),
        "",
        "all",
        "us-west-2a",
        "us-west-2d",
        "us-west-2",
        "us-west-2A",
        "us-east-1a",
        "a",
        "ALL",
        "usw2-az1");
    edges.texts(
        "zone of the VPC's",
        (draft, value) -> put(draft, "10.20.16.77", Optional.of(value)),
        "all",
        "us-west-2b",
        "nowhere");
  }

  private static void put(EdgeDraft draft, String address, Optional<String> zone) {
    draft.group().type = TargetType.IP;
    draft.group().targets.clear();
    draft.group().targets.add(new IpTarget(address, OptionalInt.empty(), zone));
  }

  private void functions() {
    edges.add(
        "two functions",
        draft -> function(draft).targets.add(new LambdaTarget(draft.site.functions().get(1))));
    edges.add("functions spread by slow start", draft -> function(draft).slowStart = 30);
    edges.add(
        "functions spread by requests",
        draft -> function(draft).algorithm = Algorithm.LEAST_OUTSTANDING_REQUESTS);
    edges.add(
        "a sticky function",
        draft -> function(draft).stickiness = new Stickiness.LoadBalancerCookie(60));
    edges.add("a function with a delay of its own", draft -> function(draft).delay = 4000);
    edges.add("an unchecked function", draft -> function(draft).checked = false);
    edges.add("a function on no port", draft -> function(draft).port = 0);
    edges.add("a function checked by 500", draft -> function(draft).matcher = "500");
    edges.add("a function checked each 4 s", draft -> function(draft).interval = 4);
    edges.add(
        "a function that speaks HTTP/2", draft -> function(draft).version = ProtocolVersion.HTTP2);
    edges.texts(
        "function",
        (draft, value) -> {
          function(draft).targets.clear();
          draft.group().targets.add(new LambdaTarget(value));
        },
        "",
        "chat-fallback",
        "arn:aws:lambda:us-west-2",
        "arn:aws:lambda:us-west-2:123456789012:function:",
        "arn:aws:lambda:us-west-2:123456789012:layer:chat-fallback",
        "arn:aws:lambda:us-west-2:12345678901:function:chat-fallback",
        "arn:aws:lambda:us-east-1:123456789012:function:chat-fallback",
        "arn:aws:lambda:us-west-2:123456789012:function:chat-fallback:$LATEST",
        "arn:aws:lambda:us-west-2:123456789012:function:chat fallback");
  }

  private static EdgeDraft.Group function(EdgeDraft draft) {
    EdgeDraft.Group group = draft.group();
    group.type = TargetType.LAMBDA;
    group.targets.clear();
    group.targets.add(new LambdaTarget(draft.site.functions().getFirst()));
    return group;
  }
}
