package portico;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.catalog.CloudAccount;
import portico.model.EnvironmentSpec;
import portico.operation.OperationEvent;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.Outcome;
import portico.operation.Step;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;

/** What somebody else changes in AWS is found, and undone only when it is asked for. */
@Tag("engine")
class DriftTest {
  @TempDir Path folder;

  @Test
  void changes_made_elsewhere_are_found_without_touching_anything_and_undone_on_demand() {
    try (LiveHome live = new LiveHome(folder, new CloudAccount.Practice())) {
      EnvironmentSpec spec = live.smallest();
      live.succeed(OperationKind.DEPLOY, spec);
      assertThat(differences(live, spec)).isEmpty();

      changeElsewhere(live);

      List<String> found =
          List.of(
              "ai-inference-lb UPDATE [idleTimeout]", "ai-inference-tg UPDATE [healthCheck.path]");
      assertThat(differences(live, spec)).containsExactlyElementsOf(found);
      assertThat(differences(live, spec)).as("the state is untouched").isEqualTo(found);

      assertThat(live.succeed(OperationKind.REFRESH, spec).changes())
          .containsEntry(Step.UPDATE, 2)
          .containsEntry(Step.DELETE, 1);
      assertThat(live.succeed(OperationKind.DEPLOY, spec).changes())
          .isEqualTo(Map.of(Step.CREATE, 1, Step.UPDATE, 2, Step.SAME, 3));
      assertThat(differences(live, spec)).isEmpty();
      live.succeed(OperationKind.DESTROY, spec);
    }
  }

  /** What changed, with the inputs; the listener that is gone is told by its end alone. */
  private static List<String> differences(LiveHome live, EnvironmentSpec spec) {
    OperationId id = live.start(OperationKind.REFRESH_PREVIEW, spec);
    assertThat(live.outcome(id)).as(() -> live.log(id)).isInstanceOf(Outcome.Succeeded.class);
    List<OperationEvent> journal = live.operations().journal(id);
    List<String> changed =
        journal.stream()
            .filter(OperationEvent.ResourceStarted.class::isInstance)
            .map(OperationEvent.ResourceStarted.class::cast)
            .filter(each -> each.step().changes())
            .map(
                each -> each.resource().name() + " " + each.step() + " " + each.changedProperties())
            .sorted()
            .toList();
    assertThat(journal)
        .filteredOn(
            each ->
                each instanceof OperationEvent.ResourceFinished end && end.step() == Step.DELETE)
        .hasSize(changed.isEmpty() ? 0 : 1);
    return changed;
  }

  private static void changeElsewhere(LiveHome live) {
    try (var http = ApacheHttpClient.create();
        var elb =
            ElasticLoadBalancingV2Client.builder()
                .endpointOverride(((LocalPractice) live.services().practice()).endpoint())
                .region(Region.of(LiveHome.REGION))
                .httpClient(http)
                .credentialsProvider(
                    StaticCredentialsProvider.create(
                        AwsBasicCredentials.create("practice", "practice")))
                .build()) {
      String balancer = elb.describeLoadBalancers().loadBalancers().getFirst().loadBalancerArn();
      elb.modifyLoadBalancerAttributes(
          request ->
              request
                  .loadBalancerArn(balancer)
                  .attributes(
                      LoadBalancerAttribute.builder()
                          .key("idle_timeout.timeout_seconds")
                          .value("77")
                          .build()));
      String group = elb.describeTargetGroups().targetGroups().getFirst().targetGroupArn();
      elb.modifyTargetGroup(request -> request.targetGroupArn(group).healthCheckPath("/other"));
      elb.deleteListener(
          request ->
              request.listenerArn(
                  elb.describeListeners(of -> of.loadBalancerArn(balancer))
                      .listeners()
                      .getFirst()
                      .listenerArn()));
    }
  }
}
