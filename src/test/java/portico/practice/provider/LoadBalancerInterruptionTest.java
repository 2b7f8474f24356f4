package portico.practice.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static portico.practice.provider.FakeElb.refusal;
import static portico.practice.provider.FakeElb.state;
import static portico.practice.provider.ProviderCaller.LOAD_BALANCER;

import io.grpc.Status;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.ErrorResourceInitFailed;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerStateEnum;

/** What is kept and taken over of a creation that did not come to its end. */
class LoadBalancerInterruptionTest extends LoadBalancerScene {
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
}
