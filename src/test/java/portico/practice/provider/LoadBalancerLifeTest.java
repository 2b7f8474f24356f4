package portico.practice.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static portico.practice.provider.FakeElb.refusal;
import static portico.practice.provider.FakeElb.state;
import static portico.practice.provider.ProviderCaller.LISTENER;
import static portico.practice.provider.ProviderCaller.LOAD_BALANCER;

import io.grpc.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.ErrorResourceInitFailed;
import pulumirpc.Provider.ReadResponse;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerStateEnum;

class LoadBalancerLifeTest {
  private static final Duration MOMENT = Duration.ofMillis(5);
  private static final Duration LIMIT = Duration.ofMillis(300);

  private final FakeElb elb = new FakeElb();
  private BundledProvider provider;
  private ProviderCaller caller;

  @BeforeEach
  void start() throws IOException {
    start(LIMIT);
  }

  private void start(Duration balancerLimit) throws IOException {
    provider =
        BundledProvider.start(
            new ProviderClients(
                new FakeEc2(), elb, new FakeLambda(), new FakeWaf(), new FakeS3(), "us-west-2"),
            new ProviderTiming(MOMENT, MOMENT, balancerLimit, LIMIT, LIMIT, LIMIT));
    caller = new ProviderCaller(provider);
  }

  @AfterEach
  void stop() {
    caller.close();
    provider.close();
  }

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
  void a_load_balancer_that_aws_cannot_set_up_is_kept_with_the_reason() throws Exception {
    elb.states.clear();
    elb.states.add(state(LoadBalancerStateEnum.FAILED, "no free addresses"));

    ErrorResourceInitFailed kept =
        ProviderCaller.kept(catchThrowable(() -> caller.create(LOAD_BALANCER, balancer())));

    assertThat(kept.getId()).isEqualTo(Inputs.BALANCER_ARN);
    assertThat(kept.getReasonsList()).singleElement().asString().contains("no free addresses");
    assertThat(Wire.decode(kept.getProperties()).text("dnsName")).isPresent();
  }

  @Test
  void a_load_balancer_that_does_not_become_active_in_time_is_kept() throws Exception {
    elb.states.clear();
    elb.states.add(state(LoadBalancerStateEnum.PROVISIONING, ""));

    ErrorResourceInitFailed kept =
        ProviderCaller.kept(catchThrowable(() -> caller.create(LOAD_BALANCER, balancer())));

    assertThat(kept.getId()).isEqualTo(Inputs.BALANCER_ARN);
    assertThat(kept.getReasonsList())
        .singleElement()
        .asString()
        .startsWith("waited 300 ms")
        .contains("internet gateway");
  }

  @Test
  void a_failure_after_the_creation_keeps_the_load_balancer() throws Exception {
    elb.failures.put(
        "ModifyLoadBalancerAttributes", () -> refusal("InvalidConfigurationRequest", "not that"));

    Throwable error =
        catchThrowable(
            () ->
                caller.create(
                    LOAD_BALANCER, balancer().with("idleTimeout", PropertyValue.of(600))));

    assertThat(ProviderCaller.kept(error).getId()).isEqualTo(Inputs.BALANCER_ARN);
    assertThat(ProviderCaller.kept(error).getReasonsList())
        .containsExactly("ModifyLoadBalancerAttributes: InvalidConfigurationRequest: not that");
  }

  @Test
  void cancel_ends_the_wait_at_once_and_keeps_the_load_balancer() throws Exception {
    stop();
    start(Duration.ofMinutes(5));
    elb.states.clear();
    elb.states.add(state(LoadBalancerStateEnum.PROVISIONING, ""));
    CompletableFuture<Throwable> creation =
        CompletableFuture.supplyAsync(
            () -> catchThrowable(() -> caller.create(LOAD_BALANCER, balancer())));
    awaitCreation();

    caller.cancel();

    ErrorResourceInitFailed kept = ProviderCaller.kept(creation.get(10, TimeUnit.SECONDS));
    assertThat(kept.getId()).isEqualTo(Inputs.BALANCER_ARN);
    assertThat(kept.getReasonsList())
        .singleElement()
        .asString()
        .startsWith("stopped while waiting");
    assertThat(provider.awaitIdle(Duration.ofSeconds(5))).isTrue();
  }

  @Test
  void after_a_cancel_nothing_more_is_made_until_the_next_run() {
    caller.cancel();

    Throwable error = catchThrowable(() -> caller.create(LOAD_BALANCER, balancer()));
    assertThat(ProviderCaller.code(error)).isEqualTo(Status.Code.CANCELLED);
    assertThat(elb.isEmpty()).isTrue();

    caller.configure(PropertyMap.EMPTY);
    assertThat(caller.create(LOAD_BALANCER, balancer()).getId()).isEqualTo(Inputs.BALANCER_ARN);
  }

  @Test
  void what_an_interrupted_run_made_is_taken_over_and_brought_to_the_inputs() {
    caller.create(LOAD_BALANCER, balancer());
    caller.configure(PropertyMap.EMPTY);

    CreateResponse again =
        caller.create(LOAD_BALANCER, balancer().with("idleTimeout", PropertyValue.of(900)));

    assertThat(again.getId()).isEqualTo(Inputs.BALANCER_ARN);
    assertThat(elb.calls).containsOnlyOnce("CreateLoadBalancer");
    assertThat(elb.attributes(Inputs.BALANCER_ARN))
        .containsEntry("idle_timeout.timeout_seconds", "900");
  }

  @Test
  void what_somebody_else_made_is_refused_and_left_alone() {
    caller.create(LOAD_BALANCER, balancer());
    PropertyMap other =
        balancer()
            .with(
                "tags",
                PropertyMap.ofTexts(
                    Map.of("portico:environment", "demo", "portico:installation", "two")));

    Throwable error = catchThrowable(() -> caller.create(LOAD_BALANCER, other));

    assertThat(ProviderCaller.code(error)).isEqualTo(Status.Code.ALREADY_EXISTS);
    assertThat(error)
        .hasMessageContaining(
            "load balancer demo already exists and was not made by this environment");
    assertThat(elb.calls).doesNotContain("AddTags", "RemoveTags");
  }

  @Test
  void without_ownership_tags_nothing_is_taken_over() {
    PropertyMap untagged = caller.checked(LOAD_BALANCER, Inputs.loadBalancer().without("tags"));
    caller.create(LOAD_BALANCER, untagged);

    assertThat(catchThrowable(() -> caller.create(LOAD_BALANCER, untagged)))
        .hasMessageContaining("was not made by this environment");
  }

  @Test
  void a_creation_whose_answer_was_lost_is_found_again() {
    elb.loseNextAnswer = true;

    assertThat(caller.create(LOAD_BALANCER, balancer()).getId()).isEqualTo(Inputs.BALANCER_ARN);
  }

  @Test
  void what_was_taken_over_in_a_run_survives_the_deletion_under_its_old_name_in_that_run() {
    PropertyMap state = Wire.decode(caller.create(LOAD_BALANCER, balancer()).getProperties());
    caller.configure(PropertyMap.EMPTY);
    caller.create(LOAD_BALANCER, balancer());

    caller.delete(LOAD_BALANCER, Inputs.BALANCER_ARN, state);
    assertThat(elb.isEmpty()).isFalse();

    caller.configure(PropertyMap.EMPTY);
    caller.delete(LOAD_BALANCER, Inputs.BALANCER_ARN, state);
    assertThat(elb.isEmpty()).isTrue();
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
  void a_wait_ends_when_the_engine_is_gone() throws Exception {
    stop();
    start(Duration.ofMinutes(5));
    elb.states.clear();
    elb.states.add(state(LoadBalancerStateEnum.PROVISIONING, ""));

    Throwable error =
        catchThrowable(() -> caller.createWithin(Duration.ofSeconds(2), LOAD_BALANCER, balancer()));

    assertThat(ProviderCaller.code(error)).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
    assertThat(provider.awaitIdle(Duration.ofSeconds(5))).isTrue();
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

  private PropertyMap balancer() {
    return caller.checked(LOAD_BALANCER, Inputs.loadBalancer());
  }

  private void awaitCreation() {
    new Patience(new ProviderTiming(MOMENT, MOMENT, LIMIT, LIMIT, LIMIT, LIMIT), new Cancellation())
        .until(
            "the creation",
            Duration.ofSeconds(10),
            () -> elb.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(true),
            () -> "nothing was made");
  }
}
