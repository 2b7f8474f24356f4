package portico.testing;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import portico.model.ActionSpec;
import portico.model.ConditionSpec;
import portico.model.ConditionSpec.ApiKey;
import portico.model.ConditionSpec.HostHeader;
import portico.model.ConditionSpec.HttpHeader;
import portico.model.ConditionSpec.PathPattern;
import portico.model.ConditionSpec.QueryString;
import portico.model.ConditionSpec.QueryValue;
import portico.model.ConditionSpec.RequestMethod;
import portico.model.ConditionSpec.SourceIp;
import portico.model.ListenerRuleSpec;

/** What rules ask of a request: each kind of condition, and how many of them. */
final class ConditionEdges {
  private final Edge.Catalogue edges = new Edge.Catalogue();

  private ConditionEdges() {}

  static List<Edge> all() {
    ConditionEdges all = new ConditionEdges();
    all.hosts();
    all.paths();
    all.headers();
    all.others();
    all.counts();
    return all.edges.all();
  }

  private void hosts() {
    edges.condition(
        "host",
        value -> new HostHeader(List.of(value)),
        "",
        "example.com",
        "*.example.com",
        "a?.example.com",
        "localhost",
        "example.c0m",
        "example.",
        "example.*",
        "example.c?m",
        "EXAMPLE.COM",
        "ex_ample.com",
        "ex ample.com",
        "b\u00fccher.example",
        "example.com:80",
        "-a.example.com",
        "h".repeat(124) + ".com",
        "h".repeat(125) + ".com");
  }

  private void paths() {
    edges.condition(
        "path",
        value -> new PathPattern(List.of(value)),
        "",
        "/",
        "no-slash",
        "/v1/*",
        "/a?b",
        "/_-.$/~\"'@:+&*?",
        "/a b",
        "/a%20b",
        "/a=b",
        "/a(b)",
        "/\u00e9",
        "/a\\b",
        "/a,b",
        "/" + "p".repeat(127),
        "/" + "p".repeat(128));
  }

  private void headers() {
    edges.condition(
        "header",
        name -> new HttpHeader(name, List.of("v")),
        "",
        "X-Tenant",
        "X-*",
        "X?",
        "X Tenant",
        "X:Tenant",
        "!#$%&'+-.^_`|~",
        "Host",
        "HOST",
        "Hosts",
        "h".repeat(40),
        "h".repeat(41),
        "X-\u00e9");
    edges.condition(
        "header's value",
        value -> new HttpHeader("X-Tenant", List.of(value)),
        "",
        "a b",
        "*a?",
        "a~",
        "a\u007f",
        "\u00e9",
        "a\tb",
        "v".repeat(128),
        "v".repeat(129));
    edges.condition(
        "key's header",
        name -> new ApiKey(name, "Bearer ", "gate"),
        "Authorization",
        "Host",
        "X*",
        "h".repeat(41));
    edges.condition(
        "key's prefix",
        prefix -> new ApiKey("X-Api-Key", prefix, "gate"),
        "",
        "Bearer ",
        "p".repeat(64));
  }

  private void others() {
    edges.condition(
        "method",
        value -> new RequestMethod(List.of(value)),
        "",
        "GET",
        "get",
        "M-SEARCH",
        "A_B",
        "GET1",
        "GET*",
        "M".repeat(40),
        "M".repeat(41));
    edges.condition(
        "query's value",
        value -> new QueryString(List.of(new QueryValue(Optional.of("k"), value))),
        "",
        "v",
        "a b",
        "\u00e9",
        "*?",
        "\\*\\?\\*\\?\\*\\?\\*\\?",
        "~",
        "v".repeat(128),
        "v".repeat(129));
    edges.condition(
        "query's key",
        key -> new QueryString(List.of(new QueryValue(Optional.of(key), "v"))),
        "k",
        "k k",
        "*",
        "k".repeat(128),
        "k".repeat(129));
    edges.condition(
        "query without key",
        value -> new QueryString(List.of(new QueryValue(Optional.empty(), value))),
        "v",
        "");
    edges.condition(
        "source",
        value -> new SourceIp(List.of(value)),
        "",
        "10.0.0.0/8",
        "10.0.0.0",
        "10.0.0.0/33",
        "0.0.0.0/0",
        "2001:db8::/32",
        "2001:db8::/129",
        "2001:db8::1",
        "10.0.0.*/24",
        "10.0.0/24",
        "010.0.0.0/8",
        "10.0.0.0/08",
        "me",
        "1::2::/64",
        "::/0",
        "fe80::%1/64");
  }

  private void counts() {
    edges.add(
        "a rule without conditions",
        draft ->
            draft
                .listener()
                .rules
                .add(
                    new ListenerRuleSpec(
                        "", 780, List.of(), new ActionSpec.FixedResponse(200, "text/plain", ""))));
    List<ConditionSpec> empty =
        List.of(
            new HostHeader(List.of()),
            new PathPattern(List.of()),
            new HttpHeader("X-A", List.of()),
            new RequestMethod(List.of()),
            new QueryString(List.of()),
            new SourceIp(List.of()));
    for (ConditionSpec each : empty) {
      edges.add("empty " + each.getClass().getSimpleName(), draft -> draft.listener().rule(each));
    }
    List<ConditionSpec> full =
        List.of(
            new HostHeader(List.of("a.example.com")),
            new PathPattern(List.of("/a")),
            new HttpHeader("X-A", List.of("a")),
            new RequestMethod(List.of("GET")),
            new QueryString(List.of(new QueryValue(Optional.empty(), "a"))),
            new SourceIp(List.of("10.0.0.0/8")));
    for (ConditionSpec each : full) {
      edges.add(
          "two " + each.getClass().getSimpleName(), draft -> draft.listener().rule(each, each));
    }
    edges.numbers("values", ConditionEdges::values, 1, 4, 5, 6);
    edges.numbers("values of five conditions and paths", ConditionEdges::spread, 0, 1, 2);
    edges.numbers("wildcards", ConditionEdges::wildcards, 4, 5, 6, 7);
    edges.numbers("wildcards of two conditions", ConditionEdges::spreadWildcards, 4, 5, 6, 7);
  }

  private static void values(EdgeDraft draft, int count) {
    draft.listener().rule(new PathPattern(paths(count)));
  }

  private static List<String> paths(int count) {
    return IntStream.range(0, count).mapToObj(each -> "/p" + each).toList();
  }

  private static void spread(EdgeDraft draft, int more) {
    draft
        .listener()
        .rule(
            new HostHeader(List.of("a.example.com")),
            new HttpHeader("X-A", List.of("a")),
            new RequestMethod(List.of("GET")),
            new PathPattern(paths(1 + more)),
            new ApiKey("X-Api-Key", "", "gate"));
  }

  private static void wildcards(EdgeDraft draft, int count) {
    draft.listener().rule(new PathPattern(List.of("/" + "*?".repeat(4).substring(0, count))));
  }

  private static void spreadWildcards(EdgeDraft draft, int count) {
    draft
        .listener()
        .rule(
            new HostHeader(List.of("*.example.com")),
            new HttpHeader("X-A", List.of("*".repeat(count - 2))),
            new QueryString(List.of(new QueryValue(Optional.of("?"), "\\*"))));
  }
}
