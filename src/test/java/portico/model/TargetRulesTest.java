package portico.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetRulesTest {
  private static final String FIELD = "some.field";
  private static final String FUNCTION = "arn:aws:lambda:us-west-2:123456789012:function:answer";

  @ParameterizedTest
  @CsvSource({
    "9.255.255.255,false",
    "10.0.0.0,true",
    "10.255.255.255,true",
    "11.0.0.0,false",
    "172.15.255.255,false",
    "172.16.0.0,true",
    "172.31.255.255,true",
    "172.32.0.0,false",
    "192.167.255.255,false",
    "192.168.0.0,true",
    "192.168.255.255,true",
    "192.169.0.0,false",
    "100.63.255.255,false",
    "100.64.0.0,true",
    "100.127.255.255,true",
    "100.128.0.0,false",
    "127.0.0.1,false",
    "8.8.8.8,false"
  })
  void an_address_is_of_rfc_1918_or_rfc_6598(String address, boolean allowed) {
    assertThat(TargetRules.address(FIELD, address))
        .isEqualTo(
            allowed ? List.of() : List.of(Violation.of(FIELD, Rule.IP_TARGET_PUBLIC, address)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0", "10.0.0.256", "10.0.0.1/32", "010.0.0.1", "fd00::1", "host"})
  void other_texts_are_no_addresses(String text) {
    assertThat(TargetRules.address(FIELD, text))
        .containsExactly(Violation.of(FIELD, Rule.IP_TARGET_FORM, text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "us-west-2a", "us-west-2-lax-1a"})
  void a_zone_is_all_or_one_of_the_region(String zone) {
    assertThat(TargetRules.zone(FIELD, zone, "us-west-2")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ALL", "us-west-2", "us-west-1a", "us-west-2ab", "a"})
  void other_texts_are_no_zones_of_the_region(String zone) {
    assertThat(TargetRules.zone(FIELD, zone, "us-west-2"))
        .containsExactly(Violation.of(FIELD, Rule.IP_TARGET_ZONE_FORM, zone, "us-west-2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ":7", ":live"})
  void a_function_may_be_named_with_version_or_alias(String qualifier) {
    assertThat(TargetRules.functionArn(FIELD, FUNCTION + qualifier, "us-west-2")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "answer",
        "arn:aws:lambda:us-west-2:123456789012:layer:answer",
        "arn:aws:lambda:us-west-2:1:function:answer",
        "arn:aws:lambda:us-west-2:123456789012:function:answer:$LATEST",
        "arn:aws:lambda:us-west-2:123456789012:function:a b"
      })
  void other_texts_are_no_functions(String arn) {
    assertThat(TargetRules.functionArn(FIELD, arn, "us-west-2"))
        .containsExactly(Violation.of(FIELD, Rule.LAMBDA_ARN_FORM, arn));
  }

  @Test
  void a_function_is_of_the_same_region() {
    assertThat(TargetRules.functionArn(FIELD, FUNCTION, "eu-west-1"))
        .containsExactly(Violation.of(FIELD, Rule.LAMBDA_OTHER_REGION, "us-west-2", "eu-west-1"));
  }

  @Test
  void a_lambda_group_has_one_function() {
    LambdaTarget one = new LambdaTarget(FUNCTION);
    LambdaTarget two = new LambdaTarget(FUNCTION + "2");

    assertThat(check(TargetType.LAMBDA, List.of(one))).isEmpty();
    assertThat(check(TargetType.LAMBDA, List.of(one, two)))
        .containsExactly(Violation.of("targetGroups[0].targets", Rule.LAMBDA_ONE_TARGET, 2));
  }

  @ParameterizedTest
  @CsvSource({"INSTANCE,ip,10.0.0.1", "LAMBDA,instance,i-0123456789abcdef0", "IP,lambda,"})
  void targets_fit_the_groups_type(TargetType type, String targetType, String id) {
    TargetSpec target =
        switch (targetType) {
          case "ip" -> new IpTarget(id, OptionalInt.empty(), Optional.empty());
          case "instance" -> InstanceTarget.of(id);
          default -> new LambdaTarget(FUNCTION);
        };
    assertThat(check(type, List.of(target)))
        .containsExactly(
            Violation.of(
                "targetGroups[0].targets[0]",
                Rule.TARGET_TYPE_MISFIT,
                target.id(),
                targetType,
                type.awsName()));
  }

  @Test
  void a_group_has_up_to_1000_targets() {
    assertThat(check(TargetType.IP, addresses(1000))).isEmpty();
    assertThat(check(TargetType.IP, addresses(1001)))
        .containsExactly(
            Violation.of("targetGroups[0].targets", Rule.TARGETS_TOO_MANY, 1001, 1000),
            Violation.of("listeners", Rule.LOAD_BALANCER_TARGETS_TOO_MANY, 1001, 1000));
  }

  @Test
  void wrong_targets_stand_at_their_fields() {
    TargetSpec twice = new IpTarget("10.0.0.1", OptionalInt.of(80), Optional.empty());
    List<TargetSpec> targets = new ArrayList<>();
    targets.add(new IpTarget("", OptionalInt.of(0), Optional.of("x")));
    targets.add(twice);
    targets.add(new IpTarget("10.0.0.1", OptionalInt.empty(), Optional.empty()));

    assertThat(check(TargetType.IP, targets))
        .containsExactly(
            Violation.of("targetGroups[0].targets[0].address", Rule.REQUIRED),
            Violation.of(
                "targetGroups[0].targets[0].zone", Rule.IP_TARGET_ZONE_FORM, "x", "us-west-2"),
            Violation.of("targetGroups[0].targets[0].port", Rule.PORT_RANGE, 0),
            Violation.of("targetGroups[0].targets[2]", Rule.TARGET_TWICE, "10.0.0.1"));
  }

  private static List<Violation> check(TargetType type, List<? extends TargetSpec> targets) {
    return SpecRules.check(SpecSamples.with(SpecSamples.group(type, targets)));
  }

  static List<TargetSpec> addresses(int count) {
    return IntStream.range(0, count)
        .<TargetSpec>mapToObj(
            index ->
                new IpTarget(
                    "10.0.%d.%d".formatted(index / 250, index % 250),
                    OptionalInt.empty(),
                    Optional.empty()))
        .toList();
  }
}
