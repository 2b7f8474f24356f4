package portico.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingTest {
  private static RequestSample get(String target) {
    return RequestSample.of("GET", "api.example.com", target, List.of(), Optional.empty());
  }

  private static RequestSample with(String name, String value) {
    return RequestSample.of(
        "GET", "", "/", List.of(new RequestSample.Pair(name, value)), Optional.empty());
  }

  private static RequestSample from(String source) {
    return RequestSample.of("GET", "", "/", List.of(), Optional.of(source));
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/*, /v1/models, true",
    "/v1/*, /v1/, true",
    "/v1/*, /v1, false",
    "/v1*, /v1, true",
    "/V1/*, /v1/models, false",
    "/v?/models, /v2/models, true",
    "/v?/models, /v/models, false",
    "/v?/models, /v22/models, false",
    "*, /, true",
    "/a*b*c, /a-b-b-c, true",
    "/a*b*c, /a-c-b, false",
    "/***x, /yyx, true",
    "/models, /models/, false"
  })
  void a_path_pattern_fits_the_whole_path_with_regard_to_case(
      String pattern, String path, boolean fits) {
    assertThat(RequestMatch.holds(new ConditionSpec.PathPattern(List.of(pattern)), get(path)))
        .isEqualTo(fits);
  }

  @Test
  void many_stars_against_a_long_text_are_decided_at_once() {
    assertThat(Glob.exact("*a".repeat(60) + "b").matches("a".repeat(5_000))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "*.example.com, API.Example.com, true",
    "*.example.com, api.example.com:8443, true",
    "*.example.com, example.com, false",
    "api.example.com, api.example.com., false",
    "a?i.example.com, aPi.example.com, true"
  })
  void a_host_is_compared_without_case_and_port(String pattern, String host, boolean fits) {
    assertThat(
            RequestMatch.holds(
                new ConditionSpec.HostHeader(List.of(pattern)),
                RequestSample.of("GET", host, "/", List.of(), Optional.empty())))
        .isEqualTo(fits);
  }

  @Test
  void a_header_is_compared_without_case_and_any_of_its_values_does() {
    var beta = new ConditionSpec.HttpHeader("X-Stage", List.of("beta*", "canary"));
    assertThat(RequestMatch.holds(beta, with("x-stage", "BETA-2"))).isTrue();
    assertThat(RequestMatch.holds(beta, with("X-Stage", "Canary"))).isTrue();
    assertThat(RequestMatch.holds(beta, with("X-Stage", "stable"))).isFalse();
    assertThat(RequestMatch.holds(beta, with("X-Other", "beta"))).isFalse();
  }

  @Test
  void any_key_behind_the_prefix_counts_as_the_right_one() {
    var key = new ConditionSpec.ApiKey("Authorization", "Bearer ", "main");
    assertThat(RequestMatch.holds(key, with("authorization", "bearer abc"))).isTrue();
    assertThat(RequestMatch.holds(key, with("Authorization", "Bearer "))).isFalse();
    assertThat(RequestMatch.holds(key, with("Authorization", "Basic abc"))).isFalse();
  }

  @Test
  void a_method_is_compared_exactly() {
    var post = new ConditionSpec.RequestMethod(List.of("POST", "PUT"));
    assertThat(RequestMatch.holds(post, get("/"))).isFalse();
    assertThat(RequestMatch.holds(new ConditionSpec.RequestMethod(List.of("get")), get("/")))
        .isFalse();
    assertThat(RequestMatch.holds(new ConditionSpec.RequestMethod(List.of("GET")), get("/")))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "model, llama*, /?MODEL=Llama-3, true",
    "model, llama*, /?m=llama-3, false",
    "model, llama*, /, false",
    ", llama*, /?any=llama-3, true",
    ", llama*, /?a=1&b=llama, true",
    "stream, '', /?stream, true",
    "mod*, *, /?model=x, true",
    "q, a\\*b, /?q=a*b, true",
    "q, a\\*b, /?q=axb, false",
    "q, a\\b, /?q=a\\b, true"
  })
  void a_parameter_is_compared_without_case(String key, String value, String target, boolean fits) {
    var condition =
        new ConditionSpec.QueryString(
            List.of(new ConditionSpec.QueryValue(Optional.ofNullable(key), value)));
    assertThat(RequestMatch.holds(condition, get(target))).isEqualTo(fits);
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.0/24, 203.0.113.200, true",
    "203.0.113.0/24, 203.0.114.1, false",
    "203.0.113.7/32, 203.0.113.7, true",
    "203.0.113.7/32, 203.0.113.6, false",
    "0.0.0.0/0, 8.8.8.8, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "10.0.0.0/33, 10.0.0.0, false",
    "2001:db8::/33, 2001:db8:7fff::1, true",
    "2001:db8::/33, 2001:db8:8000::1, false",
    "10.0.0.0, 10.0.0.0, false",
    "10.0.0.0/8, localhost, false"
  })
  void a_source_address_is_in_a_network_or_not(String network, String source, boolean in) {
    assertThat(RequestMatch.holds(new ConditionSpec.SourceIp(List.of(network)), from(source)))
        .isEqualTo(in);
  }

  @Test
  void an_unknown_source_is_in_no_network() {
    assertThat(RequestMatch.holds(new ConditionSpec.SourceIp(List.of("0.0.0.0/0")), get("/")))
        .isFalse();
  }

  @Test
  void the_smallest_priority_whose_conditions_all_hold_takes_the_request() {
    ListenerRuleSpec chat = rule(20, "chat", new ConditionSpec.PathPattern(List.of("/v1/*")));
    ListenerRuleSpec admin =
        rule(
            10,
            "admin",
            new ConditionSpec.PathPattern(List.of("/v1/admin/*")),
            new ConditionSpec.RequestMethod(List.of("POST")));
    ListenerSpec listener =
        new ListenerSpec(
            "front",
            Protocol.HTTP,
            80,
            Optional.empty(),
            ActionSpec.Forward.to("rest"),
            List.of(chat, admin));

    assertThat(Routing.decide(listener, get("/v1/models")).rule()).contains(chat);
    assertThat(Routing.decide(listener, get("/v1/admin/x")).rule()).contains(chat);
    RequestSample post =
        RequestSample.of("POST", "", "v1/admin/x?y=1", List.of(), Optional.empty());
    assertThat(Routing.decide(listener, post))
        .isEqualTo(new Routing.Decision(Optional.of(admin), admin.action()));
    assertThat(Routing.decide(listener, get("/")))
        .isEqualTo(new Routing.Decision(Optional.empty(), ActionSpec.Forward.to("rest")));
  }

  private static ListenerRuleSpec rule(int priority, String group, ConditionSpec... conditions) {
    return new ListenerRuleSpec(group, priority, List.of(conditions), ActionSpec.Forward.to(group));
  }
}
