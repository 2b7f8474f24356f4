package portico.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One test per rule, with its boundary values. */
class FieldRulesTest {
  private static final String FIELD = "some.field";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "us-west-2",
        "ap-southeast-2",
        "us-gov-west-1",
        "us-isob-east-1",
        "eusc-de-east-1",
        "mx-central-1",
        "ap-northeast-10"
      })
  void region_codes_of_every_partition_are_taken(String code) {
    assertThat(FieldRules.region(FIELD, code)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "us-west", "us-west-2a", "US-WEST-2", "us_west_2", "us-west-2 ", "2"})
  void other_texts_are_not_region_codes(String text) {
    assertThat(FieldRules.region(FIELD, text))
        .containsExactly(Violation.of(FIELD, Rule.REGION_FORM, text));
  }

  static List<String> awsNames() {
    return List.of("a", "7", "ai-inference-lb", "A-Z-0-9", "a--b", "internal", "x".repeat(32));
  }

  @ParameterizedTest
  @MethodSource("awsNames")
  void names_have_1_to_32_letters_digits_and_inner_hyphens(String name) {
    assertThat(FieldRules.loadBalancerName(FIELD, name)).isEmpty();
    assertThat(FieldRules.targetGroupName(FIELD, name)).isEmpty();
  }

  @Test
  void a_name_must_not_be_empty() {
    Violation required = Violation.of(FIELD, Rule.REQUIRED);
    assertThat(FieldRules.loadBalancerName(FIELD, "")).containsExactly(required);
    assertThat(FieldRules.targetGroupName(FIELD, "")).containsExactly(required);
    assertThat(FieldRules.listenerName(FIELD, "")).containsExactly(required);
  }

  @Test
  void a_name_of_33_characters_is_too_long() {
    Violation tooLong = Violation.of(FIELD, Rule.NAME_LENGTH, 33, 32);
    assertThat(FieldRules.loadBalancerName(FIELD, "x".repeat(33))).containsExactly(tooLong);
    assertThat(FieldRules.targetGroupName(FIELD, "x".repeat(33))).containsExactly(tooLong);
  }

  @ParameterizedTest
  @CsvSource({"a_b,_", "a.b,.", "'a b',' '", "a/b,/", "aä!,ä", "a😀b,😀", "ab`,`", "a@[,@"})
  void the_first_character_that_a_name_cannot_have_is_named(String name, String wrong) {
    Violation violation = Violation.of(FIELD, Rule.NAME_CHARACTERS, wrong);
    assertThat(FieldRules.loadBalancerName(FIELD, name)).containsExactly(violation);
    assertThat(FieldRules.targetGroupName(FIELD, name)).containsExactly(violation);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "-a", "a-", "-a-"})
  void a_name_has_no_hyphen_at_its_ends(String name) {
    Violation violation = Violation.of(FIELD, Rule.NAME_HYPHEN_ENDS);
    assertThat(FieldRules.loadBalancerName(FIELD, name)).containsExactly(violation);
    assertThat(FieldRules.targetGroupName(FIELD, name)).containsExactly(violation);
  }

  @Test
  void only_load_balancers_must_not_begin_with_internal() {
    assertThat(FieldRules.loadBalancerName(FIELD, "internal-lb"))
        .containsExactly(Violation.of(FIELD, Rule.NAME_INTERNAL_PREFIX));
    assertThat(FieldRules.targetGroupName(FIELD, "internal-tg")).isEmpty();
  }

  static List<String> listenerNames() {
    return List.of("a", "0", "web_80", "v1.2-x", "x".repeat(64));
  }

  @ParameterizedTest
  @MethodSource("listenerNames")
  void listener_names_have_up_to_64_characters(String name) {
    assertThat(FieldRules.listenerName(FIELD, name)).isEmpty();
  }

  static List<String> notListenerNames() {
    return List.of("_a", "-a", ".a", "a b", "a::b", "a$b", "ä", "x".repeat(65));
  }

  @ParameterizedTest
  @MethodSource("notListenerNames")
  void other_texts_are_not_listener_names(String name) {
    assertThat(FieldRules.listenerName(FIELD, name))
        .containsExactly(Violation.of(FIELD, Rule.LISTENER_NAME_FORM, 64));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0123abcd", "0123456789abcdef0"})
  void resource_ids_end_in_8_or_17_hexadecimal_digits(String suffix) {
    assertThat(FieldRules.vpcId(FIELD, "vpc-" + suffix)).isEmpty();
    assertThat(FieldRules.subnetId(FIELD, "subnet-" + suffix)).isEmpty();
    assertThat(FieldRules.instanceId(FIELD, "i-" + suffix)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x-", "x-0123abc", "x-0123abcde", "x-0123456789abcdef", "x-0123456789abcdef01"})
  void resource_ids_of_another_length_are_refused(String text) {
    refusedAsResourceId(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-0123ABCD", "x-0123abcg", "0123abcd", "x0123abcd", "y-0123abcd"})
  void resource_ids_with_other_characters_or_prefixes_are_refused(String text) {
    refusedAsResourceId(text);
  }

  private static void refusedAsResourceId(String text) {
    String vpc = text.replace("x", "vpc");
    String subnet = text.replace("x", "subnet");
    String instance = text.replace("x", "i");
    assertThat(FieldRules.vpcId(FIELD, vpc))
        .containsExactly(Violation.of(FIELD, Rule.VPC_ID_FORM, vpc));
    assertThat(FieldRules.subnetId(FIELD, subnet))
        .containsExactly(Violation.of(FIELD, Rule.SUBNET_ID_FORM, subnet));
    assertThat(FieldRules.instanceId(FIELD, instance))
        .containsExactly(Violation.of(FIELD, Rule.INSTANCE_ID_FORM, instance));
  }

  @Test
  void resource_ids_must_not_be_empty() {
    Violation required = Violation.of(FIELD, Rule.REQUIRED);
    assertThat(FieldRules.vpcId(FIELD, "")).containsExactly(required);
    assertThat(FieldRules.subnetId(FIELD, "")).containsExactly(required);
    assertThat(FieldRules.instanceId(FIELD, "")).containsExactly(required);
  }

  @ParameterizedTest
  @CsvSource({
    "-1,false",
    "0,false",
    "1,true",
    "80,true",
    "65535,true",
    "65536,false",
    "-2147483648,false"
  })
  void a_port_is_1_to_65535(int port, boolean allowed) {
    assertThat(FieldRules.port(FIELD, port))
        .isEqualTo(allowed ? List.of() : List.of(Violation.of(FIELD, Rule.PORT_RANGE, port)));
  }

  static List<String> healthPaths() {
    return List.of("/", "/health", "/v1/models?ready=1", "/%20", "/~", "/" + "x".repeat(1023));
  }

  @ParameterizedTest
  @MethodSource("healthPaths")
  void a_health_check_path_has_1_to_1024_visible_ascii_characters(String path) {
    assertThat(FieldRules.healthCheckPath(FIELD, path)).isEmpty();
  }

  @Test
  void a_health_check_path_must_not_be_empty() {
    assertThat(FieldRules.healthCheckPath(FIELD, ""))
        .containsExactly(Violation.of(FIELD, Rule.REQUIRED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"health", "?a", "http://x/"})
  void a_health_check_path_begins_with_a_slash(String path) {
    assertThat(FieldRules.healthCheckPath(FIELD, path))
        .containsExactly(Violation.of(FIELD, Rule.HEALTH_PATH_SLASH));
  }

  @Test
  void a_health_check_path_of_1025_characters_is_too_long() {
    assertThat(FieldRules.healthCheckPath(FIELD, "/" + "x".repeat(1024)))
        .containsExactly(Violation.of(FIELD, Rule.HEALTH_PATH_LENGTH, 1025, 1024));
  }

  @ParameterizedTest
  @CsvSource({"'/a b',U+0020", "/ä,U+00E4", "/😀,U+1F600", "'/\t',U+0009", "'/\u007f',U+007F"})
  void the_first_character_that_a_url_cannot_hold_is_named(String path, String wrong) {
    assertThat(FieldRules.healthCheckPath(FIELD, path))
        .containsExactly(Violation.of(FIELD, Rule.HEALTH_PATH_CHARACTERS, wrong));
  }

  @ParameterizedTest
  @CsvSource({"0,false", "4,false", "5,true", "300,true", "301,false"})
  void a_health_check_interval_is_5_to_300_seconds(int seconds, boolean allowed) {
    Violation violation = Violation.of(FIELD, Rule.HEALTH_INTERVAL_RANGE, seconds, 5, 300);
    assertThat(FieldRules.healthCheckInterval(FIELD, seconds))
        .isEqualTo(allowed ? List.of() : List.of(violation));
  }

  @ParameterizedTest
  @CsvSource({"0,false", "1,false", "2,true", "120,true", "121,false"})
  void a_health_check_timeout_is_2_to_120_seconds(int seconds, boolean allowed) {
    Violation violation = Violation.of(FIELD, Rule.HEALTH_TIMEOUT_RANGE, seconds, 2, 120);
    assertThat(FieldRules.healthCheckTimeout(FIELD, seconds, OptionalInt.empty()))
        .isEqualTo(allowed ? List.of() : List.of(violation));
  }

  @ParameterizedTest
  @CsvSource({"29,30,true", "30,30,false", "31,30,false", "4,5,true", "5,5,false"})
  void a_health_check_timeout_is_shorter_than_the_interval(
      int timeout, int interval, boolean allowed) {
    Violation violation =
        Violation.of(FIELD, Rule.HEALTH_TIMEOUT_BELOW_INTERVAL, timeout, interval);
    assertThat(FieldRules.healthCheckTimeout(FIELD, timeout, OptionalInt.of(interval)))
        .isEqualTo(allowed ? List.of() : List.of(violation));
  }

  @ParameterizedTest
  @CsvSource({"0,false", "1,false", "2,true", "10,true", "11,false"})
  void a_threshold_is_2_to_10_checks(int count, boolean allowed) {
    Violation violation = Violation.of(FIELD, Rule.HEALTH_THRESHOLD_RANGE, count, 2, 10);
    assertThat(FieldRules.healthCheckThreshold(FIELD, count))
        .isEqualTo(allowed ? List.of() : List.of(violation));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0.0.0.0/0", "10.0.0.0/8", "203.0.113.7/32", "::/0", "2001:db8::/32", "::1/128"})
  void ipv4_and_ipv6_networks_are_taken(String cidr) {
    assertThat(FieldRules.cidr(FIELD, cidr)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "203.0.113.7",
        "10.0.0.0/33",
        "300.0.0.0/8",
        "010.0.0.0/8",
        "::/129",
        ":::/8",
        "::1",
        "::ffff:10.0.0.1/128"
      })
  void other_texts_are_not_networks(String text) {
    assertThat(FieldRules.cidr(FIELD, text))
        .containsExactly(Violation.of(FIELD, Rule.CIDR_FORM, text));
  }

  @Test
  void a_network_with_host_bits_is_refused_with_its_correction() {
    assertThat(FieldRules.cidr(FIELD, "203.0.113.7/24"))
        .containsExactly(
            Violation.of(FIELD, Rule.CIDR_HOST_BITS, "203.0.113.7/24", "203.0.113.0/24"));
  }

  @ParameterizedTest
  @CsvSource({"0,false", "1,true", "604800,true", "604801,false"})
  void a_time_of_the_service_is_1_to_604800_seconds(int seconds, boolean allowed) {
    Violation violation = Violation.of(FIELD, Rule.SERVICE_SECONDS_RANGE, seconds, 1, 604_800);
    assertThat(FieldRules.serviceSeconds(FIELD, seconds))
        .isEqualTo(allowed ? List.of() : List.of(violation));
  }
}
