package portico;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.catalog.CloudAccount;
import portico.catalog.OwnedResource;
import portico.catalog.aws.AwsClients;
import portico.model.EnvironmentSpec;
import portico.model.LoadBalancerAttributes;
import portico.model.LogBucket;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.Outcome;
import portico.operation.Step;
import portico.practice.aws.http.Fault;
import portico.testing.Samples;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** The bucket for logs comes and goes with the real engine, and leaves nothing behind. */
@Tag("engine")
class MadeLogBucketTest {
  private static final int OF_BUCKET = 5;

  @TempDir Path folder;

  @Test
  void a_bucket_is_made_changed_given_up_and_destroyed() {
    try (LiveHome live = new LiveHome(folder, new CloudAccount.Practice())) {
      EnvironmentSpec plain = live.smallest();
      EnvironmentSpec logging = with(plain, 30);

      Outcome.Succeeded deployed = live.succeed(OperationKind.DEPLOY, logging);
      String bucket = deployed.outputs().getOrDefault("log_bucket", "");
      assertThat(bucket).matches("ai-inference-lb-logs-[0-9a-f]{7}");
      assertThat(deployed.changes()).containsExactly(Map.entry(Step.CREATE, 6 + OF_BUCKET));
      assertThat(ask(live, bucket, "policy")).contains("requests/AWSLogs/", "connections/AWSLogs/");
      assertThat(ask(live, bucket, "list-type=2"))
          .contains("requests/AWSLogs/123456789012/ELBAccessLogTestFile");

      assertThat(live.succeed(OperationKind.DEPLOY, logging).changes())
          .containsExactly(Map.entry(Step.SAME, 6 + OF_BUCKET));
      assertThat(live.succeed(OperationKind.DEPLOY, with(plain, 7)).changes())
          .containsExactlyInAnyOrderEntriesOf(Map.of(Step.SAME, 5 + OF_BUCKET, Step.UPDATE, 1));
      assertThat(ask(live, bucket, "lifecycle")).contains("<Days>7</Days>");

      assertThat(live.succeed(OperationKind.DEPLOY, plain).changes())
          .containsEntry(Step.DELETE, OF_BUCKET);
      assertThat(ask(live, bucket, "tagging")).isEqualTo("NoSuchBucket");

      Outcome.Succeeded again = live.succeed(OperationKind.DEPLOY, logging);
      String second = again.outputs().getOrDefault("log_bucket", "");
      live.succeed(OperationKind.DESTROY, logging);
      assertThat(ask(live, second, "tagging")).isEqualTo("NoSuchBucket");
      assertThat(live.inAws()).isEmpty();
    }
  }

  @Test
  void a_bucket_that_was_made_and_never_recorded_goes_with_a_destroy() throws IOException {
    try (FaultScene scene = new FaultScene(folder)) {
      EnvironmentSpec logging = with(scene.spec, 30);
      scene.faults.next(1, "PutBucketTagging", new Fault.Delay(Duration.ofSeconds(2)));
      OperationId id = scene.live.start(OperationKind.DEPLOY, logging);
      LiveHome.await(() -> ask(scene.live, "", "prefix=ai-").contains("-logs-"), "the bucket");
      // The engine is gone before it hears of it; its provider ends what it has begun.
      scene.live.engineOf(id).destroyForcibly();
      assertThat(scene.live.outcome(id)).isInstanceOf(Outcome.Failed.class);
      scene.awaitInAws(OwnedResource.Kind.LOG_BUCKET);
      assertThat(scene.live.environment().resources())
          .noneMatch(each -> each.ref().type().contains("s3/bucketV2"));

      scene.clock.rush();
      scene.live.succeed(OperationKind.DESTROY, logging);

      assertThat(scene.live.inAws()).isEmpty();
      assertThat(scene.repairs(scene.lastOperation()))
          .anyMatch(text -> text.matches("Removed ai-inference-lb-logs-[0-9a-f]{7}, which .*"));
    }
  }

  /** What S3 answers, or the code of its refusal. */
  private static String ask(LiveHome live, String bucket, String part) {
    try (AwsClients clients = live.clients()) {
      return clients.s3().send("GET", bucket, part, "");
    } catch (AwsServiceException refused) {
      return refused.awsErrorDetails().errorCode();
    }
  }

  private static EnvironmentSpec with(EnvironmentSpec spec, int days) {
    LoadBalancerAttributes before = spec.loadBalancer().attributes();
    return Samples.with(
        spec,
        new LoadBalancerAttributes(
            before.idleTimeoutSeconds(),
            before.clientKeepAliveSeconds(),
            before.http2(),
            before.deletionProtection(),
            before.dropInvalidHeaderFields(),
            Optional.of(new LogBucket.Made("requests", days)),
            Optional.of(new LogBucket.Made("connections", days))));
  }
}
