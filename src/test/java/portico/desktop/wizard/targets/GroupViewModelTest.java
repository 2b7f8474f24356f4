package portico.desktop.wizard.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import portico.catalog.Vpc;
import portico.desktop.wizard.WizardFixture;
import portico.desktop.wizard.draft.NetworkChoice;
import portico.desktop.wizard.draft.Place;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.Problem;
import portico.model.Algorithm;
import portico.model.IpTarget;
import portico.model.LambdaTarget;
import portico.model.ProtocolVersion;
import portico.model.Scheme;
import portico.model.Stickiness;
import portico.model.TargetGroupSpec;
import portico.model.TargetType;
import portico.testing.Samples;

class GroupViewModelTest {
  private final WizardFixture fixture = new WizardFixture();
  private final Vpc vpc = fixture.fakes.catalog.vpcs.getFirst();
  private final ObjectProperty<Optional<NetworkChoice>> network =
      new SimpleObjectProperty<>(
          Optional.of(
              new NetworkChoice(
                  new Place(Samples.PRACTICE, "us-west-2"),
                  Scheme.INTERNET_FACING,
                  vpc,
                  List.of())));
  private final GroupViewModel group =
      new GroupViewModel(fixture.texts, new GroupNames(List::of), network);

  private TargetGroupSpec spec() {
    return group.specProperty().get().orElseThrow();
  }

  private Optional<String> wrongControl() {
    return group.problemProperty().get().map(Problem::control);
  }

  private static void type(Field field, String text) {
    field.textProperty().set(text);
  }

  @Test
  void addresses_come_one_in_a_line_with_port_and_zone_if_need_be() {
    group.type().choose(TargetType.IP);
    type(group.addresses().text(), "10.0.1.5\n\n  10.0.1.6:8001\n192.168.0.9:8001   all\n");

    assertThat(spec().targets())
        .containsExactly(
            new IpTarget("10.0.1.5", OptionalInt.empty(), Optional.empty()),
            new IpTarget("10.0.1.6", OptionalInt.of(8001), Optional.empty()),
            new IpTarget("192.168.0.9", OptionalInt.of(8001), Optional.of("all")));
    assertThat(group.addresses().summary().getValue()).startsWith("3 addresses");
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.1.5 8001 all,Line 3: 10.0.1.5 8001 all is not an address",
    "10.0.1.5:http,Line 3: 10.0.1.5:http is not an address",
    "10.0.1.500,Line 3:",
    "8.8.8.8,Line 3:",
    "10.0.1.5:0,Line 3:",
    "10.0.1.5 eu-west-1a,Line 3:",
    "10.0.0.1,Line 3:",
  })
  void a_wrong_address_is_told_with_its_line(String line, String message) {
    group.type().choose(TargetType.IP);
    type(group.addresses().text(), "10.0.0.1\n\n" + line);

    assertThat(group.addresses().text().message().getValue()).startsWith(message);
    assertThat(wrongControl()).contains("wizard-target-addresses");
  }

  @Test
  void an_address_outside_the_vpc_is_remarked_until_it_has_a_zone() {
    group.type().choose(TargetType.IP);
    type(group.addresses().text(), "172.31.4.4\n10.200.0.9");
    assertThat(group.addresses().remark().getValue()).contains("10.200.0.9", vpc.cidr());

    type(group.addresses().text(), "172.31.4.4\n10.200.0.9 all");

    assertThat(group.addresses().remark().getValue()).isEmpty();
  }

  @Test
  void a_lambda_group_has_one_function_and_asks_for_no_port() {
    type(group.port(), "0");
    group.type().choose(TargetType.LAMBDA);
    type(group.function(), "arn:aws:lambda:us-west-2:123456789012:function:answer");

    assertThat(spec().targets())
        .containsExactly(new LambdaTarget("arn:aws:lambda:us-west-2:123456789012:function:answer"));
    assertThat(spec().healthCheck().enabled()).isFalse();
    assertThat(spec().healthCheck().intervalSeconds()).isEqualTo(35);

    type(group.function(), "answer");
    assertThat(wrongControl()).contains("wizard-target-function");
  }

  @Test
  void grpc_brings_its_own_path_and_codes_and_gives_them_up_again() {
    group.version().choose(ProtocolVersion.GRPC);
    assertThat(spec().healthCheck().path()).isEqualTo("/AWS.ALB/healthcheck");
    assertThat(spec().healthCheck().matcher()).isEqualTo("12");

    group.version().choose(ProtocolVersion.HTTP2);

    assertThat(spec().healthCheck().path()).isEqualTo("/");
    assertThat(spec().healthCheck().matcher()).isEqualTo("200");
  }

  @Test
  void a_path_that_the_user_typed_stays_with_another_version() {
    type(group.health().path(), "/grpc.health.v1.Health/Check");

    group.version().choose(ProtocolVersion.GRPC);

    assertThat(spec().healthCheck().path()).isEqualTo("/grpc.health.v1.Health/Check");
    assertThat(spec().healthCheck().matcher()).isEqualTo("12");
  }

  @ParameterizedTest
  @CsvSource({"500", "200-", "abc", "''"})
  void a_wrong_matcher_is_told_while_typing(String matcher) {
    type(group.health().matcher(), matcher);

    assertThat(group.health().matcher().message().getValue()).isNotEmpty();
    assertThat(wrongControl()).contains("wizard-health-matcher");
  }

  @ParameterizedTest
  @CsvSource({"29", "901", "''"})
  void a_wrong_slow_start_is_told_and_counts_only_with_round_robin(String seconds) {
    type(group.attributes().slowStart(), seconds);
    assertThat(group.attributes().slowStart().message().getValue()).isNotEmpty();
    assertThat(wrongControl()).contains("wizard-slow-start");

    group.attributes().algorithm().choose(Algorithm.LEAST_OUTSTANDING_REQUESTS);

    assertThat(spec().attributes().slowStartSeconds()).isZero();
  }

  @Test
  void the_slow_start_comes_back_with_round_robin() {
    type(group.attributes().slowStart(), "60");
    group.attributes().algorithm().choose(Algorithm.WEIGHTED_RANDOM);
    group.attributes().anomalyMitigation().choose(true);
    assertThat(spec().attributes().anomalyMitigation()).isTrue();

    group.attributes().algorithm().choose(Algorithm.ROUND_ROBIN);

    assertThat(spec().attributes().slowStartSeconds()).isEqualTo(60);
    assertThat(spec().attributes().anomalyMitigation()).isFalse();
  }

  @Test
  void a_cookie_of_the_service_needs_a_name_that_is_not_awss() {
    group.attributes().stickiness().choose(StickinessKind.APPLICATION_COOKIE);
    assertThat(wrongControl()).contains("wizard-stickiness-cookie");
    type(group.attributes().cookie(), "AWSALB-mine");
    assertThat(wrongControl()).contains("wizard-stickiness-cookie");

    type(group.attributes().cookie(), "session");
    type(group.attributes().duration(), "3600");

    assertThat(spec().attributes().stickiness())
        .isEqualTo(new Stickiness.ApplicationCookie("session", 3600));
  }

  @ParameterizedTest
  @CsvSource({"0", "604801", "''"})
  void a_wrong_duration_counts_only_while_stickiness_is_on(String seconds) {
    group.attributes().stickiness().choose(StickinessKind.LOAD_BALANCER_COOKIE);
    type(group.attributes().duration(), seconds);
    assertThat(wrongControl()).contains("wizard-stickiness-duration");

    group.attributes().stickiness().choose(StickinessKind.OFF);

    assertThat(wrongControl()).isEmpty();
  }

  @Test
  void tags_keep_their_order_and_an_empty_line_counts_for_nothing() {
    group.tags().add();
    group.tags().add();
    group.tags().add();
    type(group.tags().lines().get(0).key(), "team");
    type(group.tags().lines().get(0).value(), "ml");
    type(group.tags().lines().get(2).key(), "cost-centre");

    assertThat(spec().tags()).isEqualTo(Map.of("team", "ml", "cost-centre", ""));
    assertThat(spec().tags().keySet()).containsExactly("team", "cost-centre");
  }

  @Test
  void a_tag_without_a_key_and_a_key_that_stands_twice_are_wrong() {
    group.tags().add();
    type(group.tags().lines().getFirst().value(), "ml");
    assertThat(wrongControl()).contains(group.tags().lines().getFirst().key().id());
    type(group.tags().lines().getFirst().key(), "team");
    assertThat(wrongControl()).isEmpty();

    group.tags().add();
    type(group.tags().lines().getLast().key(), "team");

    assertThat(wrongControl()).contains(group.tags().lines().getFirst().key().id());
  }

  @Test
  void the_region_decides_whether_a_function_can_be_registered() {
    group.type().choose(TargetType.LAMBDA);
    type(group.function(), "arn:aws:lambda:eu-west-1:123456789012:function:answer");

    assertThat(group.function().message().getValue()).contains("eu-west-1");
  }
}
