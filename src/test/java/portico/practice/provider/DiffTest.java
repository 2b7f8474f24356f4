package portico.practice.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static portico.practice.provider.ProviderCaller.ATTACHMENT;
import static portico.practice.provider.ProviderCaller.LISTENER;
import static portico.practice.provider.ProviderCaller.LOAD_BALANCER;
import static portico.practice.provider.ProviderCaller.SECURITY_GROUP;
import static portico.practice.provider.ProviderCaller.TARGET_GROUP;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.PropertyDiff;

class DiffTest {
  private BundledProvider provider;
  private ProviderCaller caller;

  @BeforeEach
  void start() throws IOException {
    provider =
        BundledProvider.start(
            new ProviderClients(
                new FakeEc2(),
                new FakeElb(),
                new FakeLambda(),
                new FakeWaf(),
                new FakeRoute53(),
                new FakeS3(),
                "us-west-2"),
            ProviderTiming.defaults());
    caller = new ProviderCaller(provider);
  }

  @AfterEach
  void stop() {
    caller.close();
    provider.close();
  }

  @Test
  void equal_inputs_are_no_difference() {
    PropertyMap inputs = caller.checked(LOAD_BALANCER, Inputs.loadBalancer());

    DiffResponse diff = caller.diff(LOAD_BALANCER, inputs, inputs);

    assertThat(diff.getChanges()).isEqualTo(DiffResponse.DiffChanges.DIFF_NONE);
    assertThat(diff.getDetailedDiffMap()).isEmpty();
  }

  @Test
  void the_order_of_subnets_is_no_difference() {
    PropertyMap inputs = caller.checked(LOAD_BALANCER, Inputs.loadBalancer());
    PropertyMap state = inputs.with("subnets", PropertyValue.of(List.of("subnet-b", "subnet-a")));

    assertThat(caller.diff(LOAD_BALANCER, state, inputs).getChanges())
        .isEqualTo(DiffResponse.DiffChanges.DIFF_NONE);
  }

  @Test
  void the_two_ways_to_write_a_forward_are_no_difference() {
    PropertyMap inputs = caller.checked(LISTENER, Inputs.listener());
    PropertyMap state =
        inputs.with(
            "defaultActions", new PropertyValue.Items(List.of(Inputs.weighted(Inputs.GROUP_ARN))));

    assertThat(caller.diff(LISTENER, state, inputs).getChanges())
        .isEqualTo(DiffResponse.DiffChanges.DIFF_NONE);
  }

  @Test
  void a_changed_setting_is_named_with_its_path() {
    PropertyMap health = PropertyMap.EMPTY.with("path", PropertyValue.of("/health"));
    PropertyMap inputs =
        caller.checked(TARGET_GROUP, Inputs.targetGroup().with("healthCheck", health));
    PropertyMap state =
        inputs.with(
            "healthCheck",
            health.with("interval", PropertyValue.of(10)).with("timeout", PropertyValue.of(5)));

    DiffResponse diff = caller.diff(TARGET_GROUP, state, inputs);

    assertThat(diff.getDiffsList()).containsExactly("healthCheck");
    assertThat(diff.getDetailedDiffMap())
        .containsKey("healthCheck.interval")
        .doesNotContainKeys("healthCheck.timeout", "healthCheck.path");
    assertThat(diff.getReplacesList()).isEmpty();
  }

  @Test
  void a_changed_tag_is_named_with_its_key() {
    PropertyMap inputs = caller.checked(LOAD_BALANCER, Inputs.loadBalancer());
    PropertyMap state = inputs.with("tags", PropertyMap.EMPTY.with("old", PropertyValue.of("x")));

    assertThat(caller.diff(LOAD_BALANCER, state, inputs).getDetailedDiffMap())
        .containsEntry("tags[\"old\"]", kind(PropertyDiff.Kind.DELETE))
        .containsEntry("tags[\"portico:environment\"]", kind(PropertyDiff.Kind.ADD));
  }

  @ParameterizedTest
  @CsvSource({
    "aws:lb/loadBalancer:LoadBalancer, name",
    "aws:lb/targetGroup:TargetGroup, name",
    "aws:lb/targetGroup:TargetGroup, protocol",
    "aws:lb/targetGroup:TargetGroup, vpcId",
    "aws:lb/targetGroup:TargetGroup, targetType",
    "aws:lb/listener:Listener, loadBalancerArn",
    "aws:ec2/securityGroup:SecurityGroup, name",
    "aws:ec2/securityGroup:SecurityGroup, description",
    "aws:ec2/securityGroup:SecurityGroup, vpcId",
    "aws:lb/targetGroupAttachment:TargetGroupAttachment, targetId"
  })
  void what_aws_cannot_change_needs_a_replacement(String type, String property) {
    PropertyMap state = PropertyMap.EMPTY.with(property, PropertyValue.of("before"));
    PropertyMap inputs = PropertyMap.EMPTY.with(property, PropertyValue.of("after"));

    DiffResponse diff = caller.diff(type, state, inputs);

    assertThat(diff.getReplacesList()).containsExactly(property);
    assertThat(diff.getDetailedDiffMap())
        .containsEntry(property, kind(PropertyDiff.Kind.UPDATE_REPLACE));
  }

  @Test
  void a_name_of_ones_own_makes_way_before_its_replacement() {
    PropertyMap inputs = caller.checked(TARGET_GROUP, Inputs.targetGroup());
    PropertyMap state = inputs.with("port", PropertyValue.of(80));

    assertThat(caller.diff(TARGET_GROUP, state, inputs).getDeleteBeforeReplace()).isTrue();
  }

  @Test
  void a_made_up_name_does_not_stand_in_the_way() {
    PropertyMap inputs = caller.checked(TARGET_GROUP, Inputs.targetGroup().without("name"));
    PropertyMap state = inputs.with("port", PropertyValue.of(80));

    DiffResponse diff = caller.diff(TARGET_GROUP, state, inputs);

    assertThat(diff.getReplacesList()).containsExactly("port");
    assertThat(diff.getDeleteBeforeReplace()).isFalse();
  }

  @Test
  void a_security_group_of_the_same_name_in_another_vpc_does_not_stand_in_the_way() {
    PropertyMap inputs =
        PropertyMap.EMPTY
            .with("name", PropertyValue.of("demo"))
            .with("vpcId", PropertyValue.of("vpc-2"));
    PropertyMap state = inputs.with("vpcId", PropertyValue.of("vpc-1"));

    assertThat(caller.diff(SECURITY_GROUP, state, inputs).getDeleteBeforeReplace()).isFalse();
  }

  @Test
  void an_attachment_that_changes_its_zone_only_is_deregistered_first() {
    PropertyMap state =
        PropertyMap.EMPTY
            .with("targetGroupArn", PropertyValue.of(Inputs.GROUP_ARN))
            .with("targetId", PropertyValue.of("10.0.0.1"))
            .with("availabilityZone", PropertyValue.of("all"));

    assertThat(
            caller
                .diff(
                    ATTACHMENT,
                    state,
                    state.with("availabilityZone", PropertyValue.of("us-east-1a")))
                .getDeleteBeforeReplace())
        .isTrue();
    assertThat(
            caller
                .diff(ATTACHMENT, state, state.with("targetId", PropertyValue.of("10.0.0.2")))
                .getDeleteBeforeReplace())
        .isFalse();
  }

  @Test
  void what_aws_chose_is_no_difference_when_the_program_says_nothing() {
    PropertyMap inputs = caller.checked(LOAD_BALANCER, Inputs.loadBalancer());
    PropertyMap state =
        inputs
            .with("ipAddressType", PropertyValue.of("ipv4"))
            .with("internal", PropertyValue.of(false));

    assertThat(caller.diff(LOAD_BALANCER, state, inputs).getChanges())
        .isEqualTo(DiffResponse.DiffChanges.DIFF_NONE);
  }

  @Test
  void an_unknown_input_is_a_difference() {
    PropertyMap inputs = caller.checked(LISTENER, Inputs.listener());

    DiffResponse diff =
        caller.diff(
            LISTENER,
            inputs,
            inputs.with(
                "defaultActions", new PropertyValue.Items(List.of(new PropertyValue.Unknown()))));

    assertThat(diff.getDetailedDiffMap())
        .containsEntry("defaultActions", kind(PropertyDiff.Kind.UPDATE));
    assertThat(diff.getReplacesList()).isEmpty();
  }

  private static PropertyDiff kind(PropertyDiff.Kind kind) {
    return PropertyDiff.newBuilder().setKind(kind).build();
  }
}
