package portico.model;

import static org.assertj.core.api.Assertions.assertThat;
import static portico.model.SpecSamples.FORWARD;
import static portico.model.SpecSamples.header;
import static portico.model.SpecSamples.host;
import static portico.model.SpecSamples.listener;
import static portico.model.SpecSamples.method;
import static portico.model.SpecSamples.path;
import static portico.model.SpecSamples.query;
import static portico.model.SpecSamples.rule;
import static portico.model.SpecSamples.source;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ShadowingTest {
  private static final ConditionSpec KEY = key("Authorization", "Bearer ", "main");

  static Stream<Arguments> hiding() {
    return Stream.of(
        pair(path("/v1/*"), path("/v1/chat")),
        pair(path("/v1/*"), path("/v1/*")),
        pair(path("/a", "/b*"), path("/b", "/a")),
        pair(host("*.Example.com"), host("api.example.COM")),
        pair(method("GET", "PUT"), method("PUT")),
        pair(source("10.0.0.0/8"), source("10.1.0.0/16", "10.2.3.4/32")),
        pair(source("2001:db8::/32"), source("2001:DB8:1::/48")),
        pair(header("X-Model", "llama*"), header("x-model", "LLAMA-3")),
        pair(header("Authorization", "*"), KEY),
        pair(header("authorization", "bearer *"), KEY),
        pair(KEY, key("AUTHORIZATION", "Bearer ", "main")),
        pair(query("a=*"), query("A=1")),
        pair(query("1*"), query("a=12")),
        pair(query("a=\\*"), query("a=\\*")));
  }

  @ParameterizedTest
  @MethodSource("hiding")
  void a_rule_is_hidden_by_an_earlier_wider_one(ConditionSpec wide, ConditionSpec narrow) {
    assertThat(hidden(rule(5, narrow, method("GET")), rule(3, wide)))
        .containsExactly(new Shadowing.Hidden(5, 3));
  }

  static Stream<Arguments> nearMisses() {
    return Stream.of(
        pair(path("/v1/*"), path("/v1")),
        pair(path("/v1/chat"), path("/V1/chat")),
        pair(path("/a"), path("/a", "/b")),
        pair(path("/*"), host("a.b")),
        pair(host("*.example.com"), host("example.com")),
        pair(host("*.a"), host("*.b", "x.a")),
        pair(method("GET"), method("PUT")),
        pair(source("10.0.0.0/8"), source("10.0.0.0/7")),
        pair(source("0.0.0.0/0"), source("::/0")),
        pair(source("0.0.0.0/0"), path("/a")),
        pair(header("a", "*"), header("b", "x")),
        pair(header("a", "*"), path("/a")),
        pair(header("a", "a\\*"), header("a", "a\\b")),
        pair(KEY, key("Authorization", "Bearer ", "other")),
        pair(KEY, header("Authorization", "Bearer x")),
        pair(header("Authorization", "Bearer sk-*"), KEY),
        pair(header("X-Api-Key", "*"), KEY),
        pair(query("a=1"), query("1")),
        pair(query("a=1"), query("b=1")),
        pair(query("a=\\*"), query("a=b")),
        pair(path("/a"), path()),
        pair(path(), path("/a")));
  }

  @ParameterizedTest
  @MethodSource("nearMisses")
  void a_rule_that_takes_one_request_more_is_not_hidden(ConditionSpec wide, ConditionSpec narrow) {
    assertThat(hidden(rule(3, wide), rule(5, narrow))).isEmpty();
  }

  @Test
  void a_rule_with_a_condition_more_hides_nothing() {
    assertThat(hidden(rule(1, path("/*"), method("GET")), rule(2, path("/a")))).isEmpty();
  }

  @Test
  void a_condition_that_always_holds_asks_nothing() {
    assertThat(hidden(rule(1, path("*"), source("::/0", "0.0.0.0/0")), rule(2, host("a.b"))))
        .containsExactly(new Shadowing.Hidden(2, 1));
  }

  @Test
  void the_order_of_priorities_counts_and_not_that_of_the_list() {
    assertThat(hidden(rule(9, path("/*")), rule(2, path("/a")))).isEmpty();
    assertThat(hidden(rule(2, path("/a")), rule(1, path("/*"))))
        .containsExactly(new Shadowing.Hidden(2, 1));
  }

  @Test
  void each_hidden_rule_is_told_once_with_the_first_that_hides_it() {
    assertThat(
            hidden(
                rule(1, path("/a*")),
                rule(2, path("/a")),
                rule(3, path("/*")),
                rule(4, path("/a"))))
        .containsExactly(new Shadowing.Hidden(2, 1), new Shadowing.Hidden(4, 1));
  }

  @Test
  void a_condition_that_stands_twice_in_a_rule_changes_nothing() {
    ConditionSpec model = header("X-Model", "a*");

    assertThat(hidden(rule(1, model, model), rule(2, header("x-model", "ab"))))
        .containsExactly(new Shadowing.Hidden(2, 1));
    assertThat(hidden(rule(1, model), rule(2, model, model)))
        .containsExactly(new Shadowing.Hidden(2, 1));
    assertThat(hidden(rule(1, model, header("X-Model", "*b")), rule(2, model, model))).isEmpty();
  }

  @Test
  void rules_of_equal_priority_or_without_conditions_hide_nothing() {
    assertThat(hidden(rule(1, path("/a")), rule(1, path("/a")))).isEmpty();
    assertThat(hidden(rule(1), rule(2, path("/a")))).isEmpty();
  }

  private static List<Shadowing.Hidden> hidden(ListenerRuleSpec... rules) {
    return Shadowing.of(listener(FORWARD, rules));
  }

  private static Arguments pair(ConditionSpec wide, ConditionSpec narrow) {
    return Arguments.of(wide, narrow);
  }

  private static ConditionSpec key(String header, String prefix, String name) {
    return new ConditionSpec.ApiKey(header, prefix, name);
  }
}
