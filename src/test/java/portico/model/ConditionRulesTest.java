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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionRulesTest {
  private static final String FIELD = "some.field";
  private static final String CONDITIONS = "listeners[0].rules[0].conditions";
  private static final ConditionSpec.ApiKey KEY =
      new ConditionSpec.ApiKey("Authorization", "Bearer ", "main");

  static Stream<String> hosts() {
    return Stream.of("a.b", "*.example.com", "API-1.example.COM", "a?c.de", "x".repeat(126) + ".a");
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void a_host_has_up_to_128_characters_and_a_dot(String value) {
    assertThat(ConditionRules.host(FIELD, value)).isEmpty();
  }

  static Stream<Arguments> notHosts() {
    return Stream.of(
        Arguments.of("", Violation.of(FIELD, Rule.REQUIRED)),
        Arguments.of(
            "x".repeat(127) + ".a", Violation.of(FIELD, Rule.CONDITION_VALUE_LENGTH, 129, 128)),
        Arguments.of("a_b.c", Violation.of(FIELD, Rule.HOST_CHARACTERS, "_")),
        Arguments.of("a.b:80", Violation.of(FIELD, Rule.HOST_CHARACTERS, ":")),
        Arguments.of("localhost", Violation.of(FIELD, Rule.HOST_DOT, "localhost")),
        Arguments.of("*", Violation.of(FIELD, Rule.HOST_DOT, "*")),
        Arguments.of("10.0.0.1", Violation.of(FIELD, Rule.HOST_ENDING, "1")),
        Arguments.of("example.*", Violation.of(FIELD, Rule.HOST_ENDING, "*")),
        Arguments.of("example.", Violation.of(FIELD, Rule.HOST_ENDING, "")));
  }

  @ParameterizedTest
  @MethodSource("notHosts")
  void other_texts_are_no_hosts(String value, Violation violation) {
    assertThat(ConditionRules.host(FIELD, value)).containsExactly(violation);
  }

  @Test
  void a_path_has_1_to_128_of_the_characters_that_aws_names() {
    assertThat(ConditionRules.path(FIELD, "/aZ09_-.$/~\"'@:+&*?")).isEmpty();
    assertThat(ConditionRules.path(FIELD, "*.png")).isEmpty();
    assertThat(ConditionRules.path(FIELD, "/".repeat(128))).isEmpty();
    assertThat(ConditionRules.path(FIELD, "/".repeat(129)))
        .containsExactly(Violation.of(FIELD, Rule.CONDITION_VALUE_LENGTH, 129, 128));
    assertThat(ConditionRules.path(FIELD, "")).containsExactly(Violation.of(FIELD, Rule.REQUIRED));
  }

  @ParameterizedTest
  @CsvSource({"/a b,U+0020", "/a%20,%", "/a#b,#", "/(a),(", "/ä,ä", "'/a,b',','", "/a=b,="})
  void the_first_character_that_a_path_cannot_have_is_named(String value, String wrong) {
    assertThat(ConditionRules.path(FIELD, value))
        .containsExactly(Violation.of(FIELD, Rule.PATH_CHARACTERS, wrong));
  }

  @Test
  void a_header_fields_name_has_1_to_40_characters() {
    assertThat(ConditionRules.headerName(FIELD, "X-Api_Key.1")).isEmpty();
    assertThat(ConditionRules.headerName(FIELD, "x".repeat(40))).isEmpty();
    assertThat(ConditionRules.headerName(FIELD, "x".repeat(41)))
        .containsExactly(Violation.of(FIELD, Rule.HEADER_NAME_LENGTH, 41, 40));
    assertThat(ConditionRules.headerName(FIELD, ""))
        .containsExactly(Violation.of(FIELD, Rule.REQUIRED));
  }

  @ParameterizedTest
  @CsvSource({"a*,*", "a?b,?", "'a b',U+0020", "a:,:", "ä,ä"})
  void a_header_fields_name_is_a_token_without_wildcards(String name, String wrong) {
    assertThat(ConditionRules.headerName(FIELD, name))
        .containsExactly(Violation.of(FIELD, Rule.HEADER_NAME_CHARACTERS, wrong));
  }

  @ParameterizedTest
  @ValueSource(strings = {"host", "Host", "HOST"})
  void the_host_has_a_condition_of_its_own(String name) {
    assertThat(ConditionRules.headerName(FIELD, name))
        .containsExactly(Violation.of(FIELD, Rule.HEADER_NAME_HOST));
  }

  @Test
  void a_header_fields_value_has_1_to_128_printable_characters() {
    assertThat(ConditionRules.headerValue(FIELD, "Bearer *")).isEmpty();
    assertThat(ConditionRules.headerValue(FIELD, "x".repeat(128))).isEmpty();
    assertThat(ConditionRules.headerValue(FIELD, "x".repeat(129)))
        .containsExactly(Violation.of(FIELD, Rule.CONDITION_VALUE_LENGTH, 129, 128));
    assertThat(ConditionRules.headerValue(FIELD, "a\tb"))
        .containsExactly(Violation.of(FIELD, Rule.HEADER_VALUE_CHARACTERS, "U+0009"));
    assertThat(ConditionRules.headerValue(FIELD, ""))
        .containsExactly(Violation.of(FIELD, Rule.REQUIRED));
  }

  @Test
  void a_method_has_1_to_40_capital_letters() {
    assertThat(ConditionRules.method(FIELD, "M-SEARCH_A")).isEmpty();
    assertThat(ConditionRules.method(FIELD, "X".repeat(40))).isEmpty();
    assertThat(ConditionRules.method(FIELD, "X".repeat(41)))
        .containsExactly(Violation.of(FIELD, Rule.METHOD_LENGTH, 41, 40));
    assertThat(ConditionRules.method(FIELD, "Get"))
        .containsExactly(Violation.of(FIELD, Rule.METHOD_CHARACTERS, "e"));
    assertThat(ConditionRules.method(FIELD, "*"))
        .containsExactly(Violation.of(FIELD, Rule.METHOD_CHARACTERS, "*"));
    assertThat(ConditionRules.method(FIELD, ""))
        .containsExactly(Violation.of(FIELD, Rule.REQUIRED));
  }

  @Test
  void a_query_value_has_1_to_128_printable_characters() {
    assertThat(ConditionRules.query(FIELD, "a\\*b")).isEmpty();
    assertThat(ConditionRules.query(FIELD, "x".repeat(128))).isEmpty();
    assertThat(ConditionRules.query(FIELD, "x".repeat(129)))
        .containsExactly(Violation.of(FIELD, Rule.CONDITION_VALUE_LENGTH, 129, 128));
    assertThat(ConditionRules.query(FIELD, "a b"))
        .containsExactly(Violation.of(FIELD, Rule.QUERY_CHARACTERS, "U+0020"));
    assertThat(ConditionRules.query(FIELD, "")).containsExactly(Violation.of(FIELD, Rule.REQUIRED));
  }

  @Test
  void a_source_is_an_ipv4_or_ipv6_network_without_wildcards() {
    assertThat(ConditionRules.sourceIp(FIELD, "10.0.0.0/8")).isEmpty();
    assertThat(ConditionRules.sourceIp(FIELD, "2001:db8::/32")).isEmpty();
    assertThat(ConditionRules.sourceIp(FIELD, "10.0.0.*"))
        .containsExactly(Violation.of(FIELD, Rule.CIDR_FORM, "10.0.0.*"));
    assertThat(ConditionRules.sourceIp(FIELD, "2001:db8::1/32"))
        .containsExactly(
            Violation.of(FIELD, Rule.CIDR_HOST_BITS, "2001:db8::1/32", "2001:db8::/32"));
  }

  @Test
  void the_text_before_a_key_has_up_to_64_characters_without_wildcards() {
    assertThat(ConditionRules.apiKeyPrefix(FIELD, "")).isEmpty();
    assertThat(ConditionRules.apiKeyPrefix(FIELD, "x".repeat(64))).isEmpty();
    assertThat(ConditionRules.apiKeyPrefix(FIELD, "x".repeat(65)))
        .containsExactly(Violation.of(FIELD, Rule.API_KEY_PREFIX_LENGTH, 65, 64));
    assertThat(ConditionRules.apiKeyPrefix(FIELD, "a*"))
        .containsExactly(Violation.of(FIELD, Rule.API_KEY_PREFIX_CHARACTERS, "*"));
  }

  static Stream<Arguments> onceOnly() {
    return Stream.of(
        Arguments.of(host("a.b"), host("c.d"), false),
        Arguments.of(path("/a"), path("/b"), false),
        Arguments.of(method("GET"), method("PUT"), false),
        Arguments.of(source("10.0.0.0/8"), source("::/0"), false),
        Arguments.of(header("a", "1"), header("a", "2"), true),
        Arguments.of(query("a=1"), query("b=2"), true),
        Arguments.of(KEY, KEY, true),
        Arguments.of(host("a.b"), path("/a"), true));
  }

  @ParameterizedTest
  @MethodSource("onceOnly")
  void host_path_method_and_source_come_once_per_rule(
      ConditionSpec one, ConditionSpec other, boolean allowed) {
    Violation violation = Violation.of(CONDITIONS + "[1]", Rule.CONDITION_TWICE);
    assertThat(check(one, other)).isEqualTo(allowed ? List.of() : List.of(violation));
  }

  @Test
  void a_rule_has_a_condition_and_a_condition_has_a_value() {
    assertThat(check()).containsExactly(Violation.of(CONDITIONS, Rule.CONDITION_REQUIRED));
    assertThat(check(path()))
        .containsExactly(Violation.of(CONDITIONS + "[0].values", Rule.CONDITION_WITHOUT_VALUES));
  }

  @Test
  void all_conditions_of_a_rule_have_up_to_5_values_and_a_key_is_one() {
    assertThat(check(path("/a", "/b"), host("a.b"), query("a=1"), KEY)).isEmpty();
    assertThat(check(path("/a", "/b"), host("a.b", "c.d"), query("a=1"), KEY))
        .containsExactly(Violation.of(CONDITIONS, Rule.CONDITION_VALUES_TOO_MANY, 6, 5));
  }

  @Test
  void all_conditions_of_a_rule_have_up_to_6_wildcards() {
    assertThat(check(path("/*/?"), host("*.b"), header("a", "**"), query("*=\\*"))).isEmpty();
    assertThat(check(path("/*/?"), host("*.b"), header("a", "**"), query("?=*")))
        .containsExactly(Violation.of(CONDITIONS, Rule.CONDITION_WILDCARDS_TOO_MANY, 7, 6));
  }

  @Test
  void wrong_values_stand_at_their_fields() {
    assertThat(
            check(header("", "\t"), query("a b=", "c"), new ConditionSpec.ApiKey("Host", "*", "")))
        .containsExactly(
            Violation.of(CONDITIONS + "[0].name", Rule.REQUIRED),
            Violation.of(CONDITIONS + "[0].values[0]", Rule.HEADER_VALUE_CHARACTERS, "U+0009"),
            Violation.of(CONDITIONS + "[1].values[0].key", Rule.QUERY_CHARACTERS, "U+0020"),
            Violation.of(CONDITIONS + "[1].values[0].value", Rule.REQUIRED),
            Violation.of(CONDITIONS + "[2].header", Rule.HEADER_NAME_HOST),
            Violation.of(CONDITIONS + "[2].prefix", Rule.API_KEY_PREFIX_CHARACTERS, "*"),
            Violation.of(CONDITIONS + "[2].keyName", Rule.ENVIRONMENT_NAME_FORM, 40));
  }

  private static List<Violation> check(ConditionSpec... conditions) {
    return SpecRules.check(SpecSamples.with(listener(FORWARD, rule(1, conditions))));
  }
}
