package portico.practice.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static portico.practice.provider.FakeElb.refusal;
import static portico.practice.provider.FakeElb.state;
import static portico.practice.provider.ProviderCaller.LISTENER;
import static portico.practice.provider.ProviderCaller.LOAD_BALANCER;

import io.grpc.Status;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.ReadResponse;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerStateEnum;

class LoadBalancerLifeTest extends LoadBalancerScene {
  @Test
  void a_preview_calls_nothing_and_leaves_open_what_aws_will_choose() {
    PropertyMap inputs =
        caller.checked(
            LOAD_BALANCER,
            Inputs.loadBalancer().with("securityGroups", new PropertyValue.Unknown()));

    PropertyMap planned = caller.previewed(LOAD_BALANCER, inputs);

    assertThat(planned.unknown("arn")).isTrue();
    assertThat(planned.unknown("dnsName")).isTrue();
    assertThat(planned.unknown("securityGroups")).isTrue();
    assertThat(planned.text("name")).contains("demo");
    assertThat(planned.dictionary("tagsAll")).isEqualTo(Inputs.OWNER);
    assertThat(elb.calls).isEmpty();
  }

  @Test
  void create_ends_when_the_load_balancer_is_active() {
    elb.states.addFirst(state(LoadBalancerStateEnum.PROVISIONING, ""));
    elb.states.addFirst(state(LoadBalancerStateEnum.PROVISIONING, ""));

    CreateResponse made =
        caller.create(LOAD_BALANCER, balancer().with("idleTimeout", PropertyValue.of(600)));

    PropertyMap state = Wire.decode(made.getProperties());
    assertThat(made.getId()).isEqualTo(Inputs.BALANCER_ARN);
    assertThat(state.text("arnSuffix")).contains("app/demo/0123456789abcdef");
    assertThat(state.text("dnsName")).contains("demo.us-east-1.elb.amazonaws.com");
    assertThat(state.texts("subnets"))
        .as("in the program's order")
        .containsExactly("subnet-a", "subnet-b");
    assertThat(elb.attributes(Inputs.BALANCER_ARN))
        .containsExactly(Map.entry("idle_timeout.timeout_seconds", "600"));
    assertThat(provider.callsInFlight()).isZero();
  }

  @Test
  void aws_is_quoted_with_operation_code_and_message() {
    elb.failures.put(
        "CreateLoadBalancer", () -> refusal("TooManyLoadBalancers", "The quota is reached"));

    Throwable error = catchThrowable(() -> caller.create(LOAD_BALANCER, balancer()));

    assertThat(error)
        .hasMessageEndingWith("CreateLoadBalancer: TooManyLoadBalancers: The quota is reached");
    assertThat(ProviderCaller.code(error)).isEqualTo(Status.Code.FAILED_PRECONDITION);
  }

  @Test
  void a_call_without_an_answer_leaves_open_what_happened() {
    elb.failures.put("CreateLoadBalancer", () -> SdkClientException.create("connection reset"));

    Throwable error = catchThrowable(() -> caller.create(LOAD_BALANCER, balancer()));

    assertThat(ProviderCaller.code(error)).isEqualTo(Status.Code.UNKNOWN);
    assertThat(error).hasMessageContaining("connection reset");
  }

  @Test
  void credentials_that_aws_quotes_are_not_passed_on() {
    elb.failures.put(
        "CreateLoadBalancer",
        () ->
            refusal(
                "SignatureDoesNotMatch",
                "Credential=AKIAIOSFODNN7EXAMPLE/x x-amz-security-token:SECRETTOKEN== end"));

    assertThat(catchThrowable(() -> caller.create(LOAD_BALANCER, balancer())))
        .message()
        .contains("SignatureDoesNotMatch", "(hidden)")
        .doesNotContain("AKIAIOSFODNN7EXAMPLE", "SECRETTOKEN");
  }

  @Test
  void a_refresh_of_something_unchanged_reports_the_same_state_and_inputs() {
    PropertyMap inputs = balancer();
    PropertyMap state = Wire.decode(caller.create(LOAD_BALANCER, inputs).getProperties());

    ReadResponse read = caller.read(LOAD_BALANCER, Inputs.BALANCER_ARN, state, inputs);

    assertThat(Wire.decode(read.getProperties())).isEqualTo(state);
    assertThat(Wire.decode(read.getInputs())).isEqualTo(inputs);
  }

  @Test
  void an_import_reads_inputs_that_describe_the_load_balancer() {
    caller.create(LOAD_BALANCER, balancer().with("idleTimeout", PropertyValue.of(600)));

    PropertyMap inputs =
        Wire.decode(
            caller
                .read(LOAD_BALANCER, Inputs.BALANCER_ARN, PropertyMap.EMPTY, PropertyMap.EMPTY)
                .getInputs());

    assertThat(inputs.text("name")).contains("demo");
    assertThat(inputs.integer("idleTimeout")).contains(600);
    assertThat(inputs.fields())
        .as("defaults and outputs say nothing")
        .doesNotContainKeys("enableHttp2", "arn", "dnsName");
  }

  @Test
  void a_vanished_load_balancer_is_read_as_nothing_and_deleted_without_complaint() {
    ReadResponse read =
        caller.read(LOAD_BALANCER, Inputs.BALANCER_ARN, PropertyMap.EMPTY, PropertyMap.EMPTY);
    assertThat(read.getId()).isEmpty();
    assertThat(read.hasProperties()).isFalse();

    elb.failures.put("DeleteLoadBalancer", () -> refusal("LoadBalancerNotFound", "gone"));
    caller.delete(LOAD_BALANCER, Inputs.BALANCER_ARN, PropertyMap.EMPTY);
    assertThat(elb.calls).contains("DeleteLoadBalancer");
  }

  @Test
  void an_update_sends_only_what_differs() {
    PropertyMap state = Wire.decode(caller.create(LOAD_BALANCER, balancer()).getProperties());
    elb.calls.clear();

    PropertyMap tags = PropertyMap.ofTexts(Map.of("portico:environment", "demo", "new", "x"));
    PropertyMap changed =
        caller.update(LOAD_BALANCER, Inputs.BALANCER_ARN, state, balancer().with("tags", tags));

    assertThat(changed.dictionary("tags"))
        .isEqualTo(Map.of("portico:environment", "demo", "new", "x"));
    assertThat(elb.calls)
        .contains("AddTags", "RemoveTags")
        .doesNotContain("ModifyLoadBalancerAttributes");
  }

  @Test
  void unknown_inputs_of_a_listener_stay_unknown_in_a_preview() {
    PropertyMap action =
        PropertyMap.EMPTY
            .with("type", PropertyValue.of("forward"))
            .with("targetGroupArn", new PropertyValue.Unknown());
    PropertyMap inputs =
        Inputs.listener().with("defaultActions", new PropertyValue.Items(List.of(action)));

    PropertyMap planned = caller.previewed(LISTENER, caller.checked(LISTENER, inputs));

    assertThat(planned.unknown("defaultActions")).isTrue();
    assertThat(planned.integer("port")).contains(80);
  }
}
