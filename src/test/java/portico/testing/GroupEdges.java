package portico.testing;

import java.util.List;
import java.util.OptionalInt;
import portico.model.Algorithm;
import portico.model.ProtocolVersion;
import portico.model.Stickiness;
import portico.model.TargetType;

/** Target groups: names, health checks and attributes. */
final class GroupEdges {
  private final Edge.Catalogue edges = new Edge.Catalogue();

  private GroupEdges() {}

  static List<Edge> all() {
    GroupEdges all = new GroupEdges();
    all.names();
    all.checks();
    all.matchers();
    all.attributes();
    all.stickiness();
    return all.edges.all();
  }

  /** Every action that forwards to it follows. */
  private static void rename(EdgeDraft draft, String name) {
    draft.group().name = name;
    draft.listeners.forEach(
        listener -> listener.action = portico.model.ActionSpec.Forward.to(name));
  }

  private void names() {
    edges.texts(
        "group's name",
        GroupEdges::rename,
        "",
        "a",
        "n".repeat(32),
        "n".repeat(33),
        "-a",
        "a-",
        "a--b",
        "a_b",
        "a.b",
        "a b",
        "\u00e9",
        "internal-a",
        "sg-a");
    edges.numbers(
        "group's port", (draft, value) -> draft.group().port = value, -1, 0, 1, 65_535, 65_536);
  }

  private void checks() {
    edges.numbers(
        "interval", (draft, value) -> draft.group().interval = value, 4, 5, 11, 10, 300, 301);
    edges.numbers("interval of 2 s checks", this::shortCheck, 2, 3, 4, 5, 6, 300, 301);
    edges.numbers(
        "timeout",
        (draft, value) -> {
          draft.group().interval = 300;
          draft.group().timeout = value;
        },
        0,
        1,
        2,
        3,
        119,
        120,
        121);
    edges.numbers("timeout at 15 s", (draft, value) -> draft.group().timeout = value, 14, 15, 16);
    edges.numbers("healthy", (draft, value) -> draft.group().healthy = value, 1, 2, 10, 11);
    edges.numbers("unhealthy", (draft, value) -> draft.group().unhealthy = value, 1, 2, 10, 11);
    edges.numbers(
        "check's port",
        (draft, value) -> draft.group().checkPort = OptionalInt.of(value),
        0,
        1,
        65_535,
        65_536);
    edges.texts(
        "path",
        (draft, value) -> draft.group().path = value,
        "",
        "/",
        "health",
        "/a?b=c",
        "/a b",
        "/\u00e9",
        "/" + "p".repeat(1023),
        "/" + "p".repeat(1024),
        "/~!$&'()*+,;=:@%20",
        "/\t",
        "/\u007f");
    edges.texts(
        "gRPC path",
        (draft, value) -> {
          draft.group().grpc().path = value;
          draft.secure();
        },
        "",
        "/a.b/c",
        "/a/c",
        "/a.b.c/d",
        "/a.b/",
        "a.b/c",
        "/a..b/c",
        "/a-b.c/d",
        "/AWS.ALB/healthcheck",
        "/a." + "p".repeat(1020) + "/c",
        "/a." + "p".repeat(1019) + "/c");
    edges.add("no check", draft -> draft.group().checked = false);
    edges.add("no check of addresses", this::uncheckedAddresses);
  }

  private void shortCheck(EdgeDraft draft, int interval) {
    draft.group().timeout = 2;
    draft.group().interval = interval;
  }

  private void uncheckedAddresses(EdgeDraft draft) {
    draft.group().type = TargetType.IP;
    draft.group().checked = false;
  }

  private void matchers() {
    edges.texts(
        "matcher",
        (draft, value) -> draft.group().matcher = value,
        "",
        "199",
        "200",
        "499",
        "500",
        "200,202",
        "200-299",
        "200-499",
        "199-299",
        "200-500",
        "299-200",
        "200,",
        ",200",
        "200-",
        "200 ",
        "200;202",
        "2xx",
        "0200",
        "200-299,301",
        "200-202-204",
        "0",
        "99999");
    edges.texts(
        "gRPC matcher",
        (draft, value) -> {
          draft.group().grpc().matcher = value;
          draft.secure();
        },
        "",
        "0",
        "99",
        "100",
        "0-99",
        "0-100",
        "12,0",
        "00",
        "5-1");
  }

  private void attributes() {
    edges.numbers("delay", (draft, value) -> draft.group().delay = value, -1, 0, 1, 3600, 3601);
    for (Algorithm algorithm : Algorithm.values()) {
      edges.numbers(
          "slow start with " + algorithm,
          (draft, value) -> {
            draft.group().algorithm = algorithm;
            draft.group().slowStart = value;
          },
          -1,
          0,
          1,
          29,
          30,
          900,
          901);
      edges.add(
          "mitigation with " + algorithm,
          draft -> {
            draft.group().algorithm = algorithm;
            draft.group().anomaly = true;
          });
    }
    for (ProtocolVersion version : ProtocolVersion.values()) {
      edges.add(
          version + " behind HTTP",
          draft -> {
            if (version == ProtocolVersion.GRPC) {
              draft.group().grpc();
            }
            draft.group().version = version;
          });
    }
  }

  private void stickiness() {
    edges.numbers(
        "sticky",
        (draft, value) -> draft.group().stickiness = new Stickiness.LoadBalancerCookie(value),
        -1,
        0,
        1,
        604_800,
        604_801);
    edges.numbers(
        "sticky by the service",
        (draft, value) -> draft.group().stickiness = new Stickiness.ApplicationCookie("c", value),
        0,
        1,
        604_800,
        604_801);
    edges.texts(
        "cookie",
        (draft, value) -> draft.group().stickiness = new Stickiness.ApplicationCookie(value, 60),
        "",
        "session",
        "AWSALB",
        "AWSALBAPP",
        "AWSALBTG-1",
        "AWSALBX",
        "awsalb",
        "AwsAlb",
        "AWSAL",
        "XAWSALB",
        "a b",
        "a=b",
        "a;b",
        "!#$%&'*+-.^_`|~",
        "\u00e9",
        "a\"b");
  }
}
