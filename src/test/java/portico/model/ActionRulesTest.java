package portico.model;

import static org.assertj.core.api.Assertions.assertThat;
import static portico.model.SpecSamples.GROUP;
import static portico.model.SpecSamples.https;
import static portico.model.SpecSamples.listener;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActionRulesTest {
  private static final String FIELD = "some.field";
  private static final String ACTION = "listeners[0].defaultAction";

  @ParameterizedTest
  @CsvSource({"-1,false", "0,true", "999,true", "1000,false"})
  void a_weight_is_0_to_999(int weight, boolean allowed) {
    Violation violation = Violation.of(FIELD, Rule.WEIGHT_RANGE, weight, 0, 999);
    assertThat(ActionRules.weight(FIELD, weight))
        .isEqualTo(allowed ? List.of() : List.of(violation));
  }

  @Test
  void a_forward_names_1_to_5_groups() {
    assertThat(forward(0)).containsExactly(Violation.of(ACTION, Rule.FORWARD_REQUIRED));
    assertThat(forward(1)).isEmpty();
    assertThat(forward(5)).isEmpty();
    assertThat(forward(6)).containsExactly(Violation.of(ACTION, Rule.FORWARD_TOO_MANY, 6, 5));
  }

  private static List<Violation> forward(int count) {
    TargetGroupSpec[] groups =
        IntStream.range(0, Math.max(1, count))
            .mapToObj(
                index ->
                    new TargetGroupSpec(
                        "g" + index, Protocol.HTTP, 80, SpecDefaults.HEALTH_CHECK, List.of()))
            .toArray(TargetGroupSpec[]::new);
    var action =
        new ActionSpec.Forward(
            Arrays.stream(groups)
                .limit(count)
                .map(group -> new WeightedTargetGroup(group.name(), 1))
                .toList(),
            OptionalInt.empty());
    EnvironmentSpec spec = SpecSamples.with(groups);
    return SpecRules.check(
        new EnvironmentSpec(
            spec.region(),
            spec.loadBalancer(),
            spec.targetGroups(),
            List.of(listener(action)),
            spec.access()));
  }

  @Test
  void a_forwards_groups_are_known_and_named_once() {
    var action =
        new ActionSpec.Forward(
            List.of(
                new WeightedTargetGroup(GROUP, 1),
                new WeightedTargetGroup(GROUP, 1000),
                new WeightedTargetGroup("gone", 1)),
            OptionalInt.of(0));

    assertThat(check(listener(action)))
        .containsExactly(
            Violation.of(ACTION + ".targetGroups[1].targetGroup", Rule.FORWARD_TWICE, GROUP),
            Violation.of(ACTION + ".targetGroups[1].weight", Rule.WEIGHT_RANGE, 1000, 0, 999),
            Violation.of(
                ACTION + ".targetGroups[2].targetGroup",
                Rule.LISTENER_TARGET_GROUP_UNKNOWN,
                "gone"),
            Violation.of(ACTION + ".stickinessSeconds", Rule.STICKINESS_RANGE, 0, 1, 604_800));
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP1,HTTP,true",
    "HTTP1,HTTPS,true",
    "HTTP2,HTTP,false",
    "HTTP2,HTTPS,true",
    "GRPC,HTTP,false",
    "GRPC,HTTPS,true"
  })
  void what_forwards_to_http2_or_grpc_is_an_https_listener(
      ProtocolVersion version, Protocol protocol, boolean allowed) {
    boolean grpc = version == ProtocolVersion.GRPC;
    TargetGroupSpec group =
        SpecSamples.group(
            TargetType.IP,
            version,
            SpecSamples.check(
                true, OptionalInt.empty(), grpc ? "/a.B/c" : "/", grpc ? "12" : "200"),
            TargetGroupAttributes.AWS,
            List.of());
    ListenerSpec listener =
        protocol == Protocol.HTTP
            ? listener(SpecSamples.FORWARD, SpecSamples.rule(1, SpecSamples.path("/a")))
            : https(SpecSamples.FORWARD, SpecSamples.rule(1, SpecSamples.path("/a")));
    EnvironmentSpec spec = SpecSamples.with(group);
    List<Violation> expected =
        Stream.of("listeners[0].targetGroup", "listeners[0].rules[0].targetGroup")
            .map(field -> Violation.of(field, Rule.HTTPS_NEEDED_BY_GROUP, GROUP, version.name()))
            .toList();

    assertThat(
            SpecRules.check(
                new EnvironmentSpec(
                    spec.region(),
                    spec.loadBalancer(),
                    spec.targetGroups(),
                    List.of(listener),
                    spec.access())))
        .isEqualTo(allowed ? List.of() : expected);
  }

  static Stream<Arguments> redirects() {
    return Stream.of(
        Arguments.of(redirect().protocol(Protocol.HTTPS), true),
        Arguments.of(redirect().protocol(Protocol.HTTP), false),
        Arguments.of(redirect().port(81), true),
        Arguments.of(redirect().port(80), false),
        Arguments.of(redirect().host("new.#{host}"), true),
        Arguments.of(redirect().host("#{host}"), false),
        Arguments.of(redirect().path("/new/#{path}"), true),
        Arguments.of(redirect().path("/#{path}"), false),
        Arguments.of(redirect().query("a=1"), false),
        Arguments.of(redirect(), false));
  }

  @ParameterizedTest
  @MethodSource("redirects")
  void a_redirect_changes_protocol_port_host_or_path(Redirect redirect, boolean allowed) {
    Violation violation = Violation.of(ACTION, Rule.REDIRECT_UNCHANGED);
    assertThat(check(listener(redirect.build())))
        .isEqualTo(allowed ? List.of() : List.of(violation));
  }

  @Test
  void there_is_no_redirect_from_https_to_http() {
    assertThat(check(https(redirect().protocol(Protocol.HTTP).build())))
        .containsExactly(Violation.of(ACTION + ".protocol", Rule.REDIRECT_TO_HTTP));
    assertThat(check(https(redirect().protocol(Protocol.HTTPS).host("a.b").build()))).isEmpty();
    assertThat(check(https(ActionSpec.Redirect.toHttps(443))))
        .containsExactly(Violation.of(ACTION, Rule.REDIRECT_UNCHANGED));
    assertThat(check(listener(ActionSpec.Redirect.toHttps(443)))).isEmpty();
  }

  @Test
  void host_and_path_of_a_redirect_have_1_to_128_characters_and_the_query_up_to_128() {
    Violation long129 = Violation.of(FIELD, Rule.REDIRECT_LENGTH, 129, 128);
    Violation required = Violation.of(FIELD, Rule.REQUIRED);
    assertThat(ActionRules.redirectHost(FIELD, "x".repeat(128))).isEmpty();
    assertThat(ActionRules.redirectHost(FIELD, "x".repeat(129))).containsExactly(long129);
    assertThat(ActionRules.redirectHost(FIELD, "")).containsExactly(required);
    assertThat(ActionRules.redirectPath(FIELD, "/" + "x".repeat(127))).isEmpty();
    assertThat(ActionRules.redirectPath(FIELD, "/" + "x".repeat(128))).containsExactly(long129);
    assertThat(ActionRules.redirectPath(FIELD, "")).containsExactly(required);
    assertThat(ActionRules.redirectQuery(FIELD, "")).isEmpty();
    assertThat(ActionRules.redirectQuery(FIELD, "x".repeat(128))).isEmpty();
    assertThat(ActionRules.redirectQuery(FIELD, "x".repeat(129))).containsExactly(long129);
  }

  @Test
  void a_redirects_path_begins_with_a_slash_and_its_query_without_a_question_mark() {
    assertThat(ActionRules.redirectPath(FIELD, "#{path}"))
        .containsExactly(Violation.of(FIELD, Rule.REDIRECT_PATH_SLASH));
    assertThat(ActionRules.redirectQuery(FIELD, "?a"))
        .containsExactly(Violation.of(FIELD, Rule.REDIRECT_QUERY_MARK));
    assertThat(ActionRules.redirectQuery(FIELD, "a?")).isEmpty();
    assertThat(ActionRules.redirectPath(FIELD, "/a b"))
        .containsExactly(Violation.of(FIELD, Rule.REDIRECT_CHARACTERS, "U+0020"));
  }

  @Test
  void wrong_parts_of_a_redirect_stand_at_their_fields() {
    assertThat(check(listener(redirect().port(0).host("").path("x").query("?").build())))
        .extracting(Violation::field)
        .containsExactly(ACTION + ".port", ACTION + ".host", ACTION + ".path", ACTION + ".query");
  }

  @ParameterizedTest
  @CsvSource({
    "199,false",
    "200,true",
    "299,true",
    "300,false",
    "399,false",
    "400,true",
    "599,true",
    "600,false",
    "0,false"
  })
  void a_status_is_2xx_4xx_or_5xx(int status, boolean allowed) {
    assertThat(ActionRules.responseStatus(FIELD, status))
        .isEqualTo(
            allowed ? List.of() : List.of(Violation.of(FIELD, Rule.RESPONSE_STATUS, status)));
  }

  @Test
  void a_body_has_up_to_1024_characters() {
    assertThat(ActionRules.responseBody(FIELD, "")).isEmpty();
    assertThat(ActionRules.responseBody(FIELD, "😀".repeat(1024))).isEmpty();
    assertThat(ActionRules.responseBody(FIELD, "x".repeat(1025)))
        .containsExactly(Violation.of(FIELD, Rule.RESPONSE_BODY_LENGTH, 1025, 1024));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "text/css",
        "text/html",
        "application/javascript",
        "application/json"
      })
  void five_content_types_are_taken(String type) {
    assertThat(ActionRules.contentType(FIELD, type)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "text/xml", "TEXT/PLAIN", "text/plain; charset=utf-8"})
  void other_content_types_are_refused(String type) {
    assertThat(ActionRules.contentType(FIELD, type))
        .containsExactly(
            Violation.of(
                FIELD,
                Rule.RESPONSE_CONTENT_TYPE,
                type,
                "text/plain, text/css, text/html, application/javascript, application/json"));
  }

  @Test
  void wrong_parts_of_a_response_stand_at_their_fields() {
    assertThat(check(listener(new ActionSpec.FixedResponse(0, "", "x".repeat(1025)))))
        .extracting(Violation::field)
        .containsExactly(ACTION + ".status", ACTION + ".contentType", ACTION + ".body");
  }

  private static List<Violation> check(ListenerSpec listener) {
    return SpecRules.check(SpecSamples.with(listener));
  }

  private static Redirect redirect() {
    return new Redirect(
        Optional.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** A redirect in the making. */
  record Redirect(
      Optional<Protocol> protocol,
      OptionalInt port,
      Optional<String> host,
      Optional<String> path,
      Optional<String> query) {
    Redirect protocol(Protocol value) {
      return new Redirect(Optional.of(value), port, host, path, query);
    }

    Redirect port(int value) {
      return new Redirect(protocol, OptionalInt.of(value), host, path, query);
    }

    Redirect host(String value) {
      return new Redirect(protocol, port, Optional.of(value), path, query);
    }

    Redirect path(String value) {
      return new Redirect(protocol, port, host, Optional.of(value), query);
    }

    Redirect query(String value) {
      return new Redirect(protocol, port, host, path, Optional.of(value));
    }

    ActionSpec.Redirect build() {
      return new ActionSpec.Redirect(true, protocol, port, host, path, query);
    }
  }
}
