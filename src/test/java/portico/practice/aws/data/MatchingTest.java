package portico.practice.aws.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import portico.practice.aws.state.Condition;
import portico.practice.aws.state.QueryPair;
import portico.practice.aws.state.Rule;

class MatchingTest {
  private static Facts request(String method, String host, String path, String query) {
    Map<String, List<String>> headers = Map.of("user-agent", List.of("curl/8", "Other"));
    return new Facts(method, host, path, query, headers, "203.0.113.7");
  }

  private static Condition condition(String field, String... values) {
    return new Condition(field, List.of(values), List.of(), Optional.empty(), List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/*, /v1/models, true",
    "/v1/*, /v1/, true",
    "/v1/*, /v1, false",
    "/V1/*, /v1/models, false",
    "/v?/models, /v1/models, true",
    "/v?/models, /v12/models, false",
    "*, /anything/at/all, true",
    "/a.b, /axb, false",
    "/img/*.png, /img/a/b.png, true"
  })
  void paths_are_compared_with_their_case(String pattern, String path, boolean holds) {
    assertThat(Matching.holds(condition("path-pattern", pattern), request("GET", "h", path, "")))
        .isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({
    "api.example.com, API.Example.COM, true",
    "*.example.com, a.b.example.com, true",
    "*.example.com, example.com, false",
    "api?.example.com, api1.example.com, true"
  })
  void hosts_are_compared_without_case(String pattern, String host, boolean holds) {
    assertThat(Matching.holds(condition("host-header", pattern), request("GET", host, "/", "")))
        .isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({
    "user-agent, CURL/*, true",
    "User-Agent, other, true",
    "User-Agent, curl, false",
    "X-Missing, *, false"
  })
  void one_value_of_a_header_is_enough(String name, String pattern, boolean holds) {
    Condition header =
        new Condition("http-header", List.of(pattern), List.of(), Optional.of(name), List.of());

    assertThat(Matching.holds(header, request("GET", "h", "/", ""))).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({
    "version, v1, a=b&version=V1, true",
    "version, v1, versions=v1, false",
    "'', debug, debug, true",
    "'', v?, x=v2, true",
    "'', v?, v2=x, false",
    "q, a b, q=a%20b, true",
    "q, 1\\*, q=1*, true",
    "q, 1\\*, q=12, false",
    "q, *, '', false"
  })
  void query_strings_are_compared_pair_by_pair(
      String key, String value, String query, boolean holds) {
    QueryPair pair = new QueryPair(key.isEmpty() ? Optional.empty() : Optional.of(key), value);
    Condition condition =
        new Condition("query-string", List.of(), List.of(), Optional.empty(), List.of(pair));

    assertThat(Matching.holds(condition, request("GET", "h", "/", query))).isEqualTo(holds);
  }

  @Test
  void methods_are_exact_and_addresses_lie_in_blocks() {
    Facts get = request("GET", "h", "/", "");

    assertThat(Matching.holds(condition("http-request-method", "POST", "GET"), get)).isTrue();
    assertThat(Matching.holds(condition("http-request-method", "HEAD"), get)).isFalse();
    assertThat(Matching.holds(condition("source-ip", "198.51.100.0/24"), get)).isFalse();
    assertThat(Matching.holds(condition("source-ip", "203.0.113.0/24"), get)).isTrue();
  }

  @Test
  void a_regular_expression_may_be_found_anywhere() {
    Condition regex =
        new Condition(
            "path-pattern", List.of(), List.of("^/v[0-9]+/", "("), Optional.empty(), List.of());

    assertThat(Matching.holds(regex, request("GET", "h", "/v12/x", ""))).isTrue();
    assertThat(Matching.holds(regex, request("GET", "h", "/a/v12/x", ""))).isFalse();
  }

  @Test
  void all_conditions_of_a_rule_must_hold_and_the_first_rule_that_does_wins() {
    Condition api = condition("path-pattern", "/api/*");
    Condition post = condition("http-request-method", "POST");
    Rule both = new Rule("both", "l", 5, List.of(api, post), List.of(), Map.of());
    Rule one = new Rule("one", "l", 7, List.of(api), List.of(), Map.of());

    assertThat(Matching.rule(List.of(both, one), request("POST", "h", "/api/x", "")))
        .contains(both);
    assertThat(Matching.rule(List.of(both, one), request("GET", "h", "/api/x", ""))).contains(one);
    assertThat(Matching.rule(List.of(both, one), request("GET", "h", "/", ""))).isEmpty();
  }
}
