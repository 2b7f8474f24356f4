package portico.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import portico.model.ActionSpec;
import portico.model.ActionSpec.FixedResponse;
import portico.model.ActionSpec.Forward;
import portico.model.ActionSpec.Redirect;
import portico.model.ConditionSpec;
import portico.model.ListenerRuleSpec;
import portico.model.Protocol;
import portico.model.TlsSpec;
import portico.model.WeightedTargetGroup;

/** Listeners, their certificates, priorities and actions. */
final class ListenerEdges {
  private static final ConditionSpec PATH = new ConditionSpec.PathPattern(List.of("/a"));

  private final Edge.Catalogue edges = new Edge.Catalogue();

  private ListenerEdges() {}

  static List<Edge> all() {
    ListenerEdges all = new ListenerEdges();
    all.listeners();
    all.tls();
    all.priorities();
    all.forwards();
    all.redirects();
    all.responses();
    return all.edges.all();
  }

  private void listeners() {
    edges.numbers(
        "listener's port",
        (draft, value) -> draft.listener().port = value,
        -1,
        0,
        1,
        65_535,
        65_536);
    edges.add("two listeners", draft -> draft.listeners.add(new EdgeDraft.Listener("more", 81)));
    edges.add(
        "two listeners on a port",
        draft -> draft.listeners.add(new EdgeDraft.Listener("more", 80)));
    edges.action("forward to an unknown group", Forward.to("nowhere"));
  }

  private void tls() {
    edges.add("HTTPS", EdgeDraft::secure);
    edges.add("HTTPS without TLS", draft -> draft.listener().protocol = Protocol.HTTPS);
    edges.add("HTTP with TLS", draft -> draft.secure().protocol = Protocol.HTTP);
    edges.texts(
        "policy",
        (draft, value) -> {
          String certificate = draft.site.certificates().getFirst();
          draft.secure().tls = Optional.of(new TlsSpec(value, certificate, List.of()));
        },
        "",
        "ELBSecurityPolicy-2016-08",
        "ELBSecurityPolicy",
        "ELBSecurityPolicy-",
        "TLS13");
    edges.texts(
        "certificate",
        (draft, value) -> draft.listener().https(value),
        "",
        "certificate",
        "arn:aws:acm:us-west-2:123456789012:certificate/",
        "arn:aws:acm:us-west-2:123456789012:certificate/00000000-0000-4000-8000-000000000000",
        "arn:aws:s3:::bucket");
    edges.texts(
        "further certificate",
        (draft, value) -> draft.listener().https(draft.site.certificates().getFirst(), value),
        "",
        "certificate",
        "arn:aws:acm:us-west-2:123456789012:certificate/00000000-0000-4000-8000-000000000000");
    edges.add(
        "a certificate of another region",
        draft ->
            draft
                .listener()
                .https(draft.site.certificates().getFirst().replace("us-west-2", "eu-west-1")));
    edges.add(
        "a pending certificate", draft -> draft.listener().https(draft.site.pendingCertificate()));
    edges.add(
        "a further pending certificate",
        draft ->
            draft
                .listener()
                .https(draft.site.certificates().getFirst(), draft.site.pendingCertificate()));
    edges.add(
        "a further certificate",
        draft ->
            draft
                .listener()
                .https(draft.site.certificates().get(0), draft.site.certificates().get(1)));
  }

  private void priorities() {
    edges.numbers(
        "priority",
        (draft, value) -> draft.listener().rules.add(rule(value)),
        -1,
        0,
        1,
        2,
        49_999,
        50_000,
        50_001);
    edges.add(
        "a priority twice", draft -> draft.listener().rules.addAll(List.of(rule(777), rule(777))));
    edges.add(
        "a priority on two listeners",
        draft -> {
          draft.listener().rules.add(rule(778));
          EdgeDraft.Listener more = new EdgeDraft.Listener("second", 82);
          more.rules.add(rule(778));
          draft.listeners.add(more);
        });
    edges.texts(
        "rule's name",
        (draft, value) ->
            draft
                .listener()
                .rules
                .add(
                    new ListenerRuleSpec(
                        value, 779, List.of(PATH), new FixedResponse(200, "text/plain", ""))),
        "a rule",
        "n".repeat(64),
        "a<b",
        "\u6f22");
  }

  private static ListenerRuleSpec rule(int priority) {
    return new ListenerRuleSpec(
        "", priority, List.of(PATH), new FixedResponse(404, "text/plain", ""));
  }

  private void forwards() {
    edges.numbers(
        "weight", (draft, value) -> draft.listener().action = weighted(value), -1, 0, 1, 999, 1000);
    edges.numbers(
        "sticky forward",
        (draft, value) ->
            draft.listener().action =
                new Forward(
                    List.of(new WeightedTargetGroup(draft.group().name, 1)), OptionalInt.of(value)),
        -1,
        0,
        1,
        604_800,
        604_801);
    edges.numbers("groups of a forward", ListenerEdges::forwardTo, 0, 1, 4, 5, 6);
    edges.action(
        "forward to a group twice",
        new Forward(
            List.of(new WeightedTargetGroup("edge-tg", 1), new WeightedTargetGroup("edge-tg", 2)),
            OptionalInt.empty()));
  }

  private static Forward weighted(int weight) {
    return new Forward(List.of(new WeightedTargetGroup("edge-tg", weight)), OptionalInt.empty());
  }

  private static void forwardTo(EdgeDraft draft, int count) {
    List<WeightedTargetGroup> shares = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      draft.groups.add(new EdgeDraft.Group("share-" + index));
      shares.add(new WeightedTargetGroup("share-" + index, 1));
    }
    draft.listener().action = new Forward(shares, OptionalInt.empty());
  }

  private void redirects() {
    for (Protocol protocol : Protocol.values()) {
      ActionSpec.Redirect to = redirect(Optional.of(protocol), OptionalInt.empty(), "", "", "-");
      edges.action("redirect to " + protocol, to);
      edges.add(
          "redirect from HTTPS to " + protocol,
          draft -> {
            draft.secure().action =
                redirect(Optional.of(protocol), OptionalInt.empty(), "", "/new", "-");
          });
    }
    edges.numbers(
        "redirect's port",
        (draft, value) ->
            draft.listener().action =
                redirect(Optional.empty(), OptionalInt.of(value), "", "", "-"),
        0,
        1,
        80,
        65_535,
        65_536);
    edges.action(
        "empty host",
        new Redirect(
            true,
            Optional.of(Protocol.HTTPS),
            OptionalInt.empty(),
            Optional.of(""),
            Optional.empty(),
            Optional.empty()));
    edges.action(
        "empty path",
        new Redirect(
            true,
            Optional.of(Protocol.HTTPS),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.of(""),
            Optional.empty()));
    edges.texts(
        "redirect's host",
        (draft, value) ->
            draft.listener().action =
                redirect(Optional.empty(), OptionalInt.empty(), value, "", "-"),
        "#{host}",
        "www.#{host}",
        "h".repeat(128),
        "h".repeat(129),
        "a b",
        "\u00e9");
    edges.texts(
        "redirect's path",
        (draft, value) ->
            draft.listener().action =
                redirect(Optional.empty(), OptionalInt.empty(), "", value, "-"),
        "/#{path}",
        "/",
        "/new/#{path}",
        "new",
        "/" + "p".repeat(127),
        "/" + "p".repeat(128),
        "/a b",
        "/\u00e9");
    edges.texts(
        "redirect's query",
        (draft, value) ->
            draft.listener().action =
                redirect(Optional.empty(), OptionalInt.empty(), "", "/n", value),
        "",
        "a=b&#{query}",
        "?a",
        "q".repeat(128),
        "q".repeat(129),
        "a b",
        "\u00e9");
    edges.action(
        "redirect's query alone", redirect(Optional.empty(), OptionalInt.empty(), "", "", "a=b"));
  }

  /** An empty host or path, and the query {@code -}, stay as they are. */
  private static Redirect redirect(
      Optional<Protocol> protocol, OptionalInt port, String host, String path, String query) {
    return new Redirect(
        true,
        protocol,
        port,
        Optional.of(host).filter(each -> !each.isEmpty()),
        Optional.of(path).filter(each -> !each.isEmpty()),
        Optional.of(query).filter(each -> !each.equals("-")));
  }

  private void responses() {
    edges.numbers(
        "status",
        (draft, value) -> draft.listener().action = new FixedResponse(value, "text/plain", ""),
        99,
        199,
        200,
        299,
        300,
        302,
        399,
        400,
        499,
        500,
        599,
        600,
        2000);
    edges.texts(
        "content type",
        (draft, value) -> draft.listener().action = new FixedResponse(200, value, "x"),
        "",
        "text/plain",
        "text/css",
        "text/html",
        "application/javascript",
        "application/json",
        "text/xml",
        "TEXT/PLAIN",
        "text/plain; charset=utf-8");
    edges.texts(
        "body",
        (draft, value) -> draft.listener().action = new FixedResponse(200, "text/plain", value),
        "b".repeat(1023),
        "b".repeat(1024),
        "b".repeat(1025));
  }
}
