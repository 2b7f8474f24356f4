package portico.catalog.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static portico.testing.Answers.value;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.catalog.OwnedResource;
import portico.catalog.OwnedResource.Kind;
import portico.catalog.Removal;
import portico.catalog.Removal.Kept;
import portico.catalog.Removal.Reason;
import portico.catalog.RemovalControl;
import portico.catalog.RemovalTerms;
import portico.model.LogDelivery;
import portico.testing.AwsFixture;
import portico.testing.AwsScene;
import portico.testing.ScriptedAws;
import portico.testing.SimulatedAwsServer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;

/** Buckets that hold logs, and removals that are stopped. */
class LogBucketRemovalTest {
  private static final String NAME = "demo-logs-0a1b2c3";
  private static final Map<String, String> TAGS = Map.of("portico:environment", "demo");
  private static final OwnedResource BUCKET = new OwnedResource(Kind.LOG_BUCKET, NAME, NAME);
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private SimulatedAwsServer simulated;
  private AwsClients aws;
  private AwsLeftovers leftovers;

  @BeforeEach
  void start() {
    simulated = new SimulatedAwsServer(folder.resolve("account"));
    aws = AwsFixture.clients(simulated.uri());
    leftovers = new AwsLeftovers(aws, Duration.ofMillis(100));
  }

  @AfterEach
  void stop() {
    aws.close();
    simulated.close();
  }

  /** A load balancer that writes its logs into the bucket. */
  private OwnedResource logged() {
    AwsScene scene = new AwsScene(aws);
    scene.bucket(NAME, TAGS);
    String resource = "arn:aws:s3:::" + NAME + LogDelivery.keys("", "123456789012");
    aws.s3().send("PUT", NAME, "policy", LogDelivery.policy(List.of(resource)));
    var ground = SimulatedAwsServer.ground(new AwsCatalog(aws));
    String group = scene.securityGroup(ground.vpc(), "demo", TAGS);
    String arn = scene.loadBalancer("demo", ground.publicSubnets(), List.of(group), TAGS);
    aws.elb()
        .modifyLoadBalancerAttributes(
            request ->
                request
                    .loadBalancerArn(arn)
                    .attributes(
                        attribute("access_logs.s3.enabled", "true"),
                        attribute("access_logs.s3.bucket", NAME)));
    return new OwnedResource(Kind.LOAD_BALANCER, arn, "demo");
  }

  private static LoadBalancerAttribute attribute(String key, String value) {
    return LoadBalancerAttribute.builder().key(key).value(value).build();
  }

  private Removal remove(boolean withLogs) {
    return leftovers.remove(
        List.of(BUCKET), new RemovalTerms(LIMIT, withLogs), new RemovalControl(), _ -> {});
  }

  @Test
  void a_bucket_with_logs_is_kept_unless_they_may_go() {
    logged();

    assertThat(remove(false).kept()).containsExactly(new Kept(BUCKET, new Reason.HoldsLogs()));
    assertThat(value(leftovers.ownedBuckets(TAGS))).containsExactly(BUCKET);

    assertThat(remove(true)).isEqualTo(new Removal(List.of(BUCKET), List.of()));
    assertThat(value(leftovers.ownedBuckets(TAGS))).isEmpty();
  }

  @Test
  void a_stopped_removal_tells_what_is_gone_and_what_stays() {
    OwnedResource balancer = logged();
    RemovalControl control = new RemovalControl();
    List<OwnedResource> told = new ArrayList<>();

    Removal removal =
        leftovers.remove(
            List.of(BUCKET, balancer),
            new RemovalTerms(LIMIT, true),
            control,
            gone -> {
              told.add(gone);
              control.stop();
            });

    assertThat(told).containsExactly(balancer);
    assertThat(removal)
        .isEqualTo(new Removal(List.of(balancer), List.of(new Kept(BUCKET, new Reason.Stopped()))));
    assertThat(value(leftovers.ownedBuckets(TAGS))).containsExactly(BUCKET);
  }

  @Test
  void who_may_not_list_buckets_still_finds_the_rest() throws Exception {
    try (var scripted = new ScriptedAws();
        var clients =
            AwsClients.open(
                AwsFixture.endpoint(scripted.uri()),
                AwsFixture.REGION,
                AwsFixture.NO_PRACTICE,
                AwsFixture.once())) {
      scripted
          .on("DescribeLoadBalancers", 200, "<DescribeLoadBalancersResponse/>")
          .on("DescribeTargetGroups", 200, "<DescribeTargetGroupsResponse/>")
          .on("DescribeSecurityGroupRules", 200, "<DescribeSecurityGroupRulesResponse/>")
          .on("DescribeSecurityGroups", 200, "<DescribeSecurityGroupsResponse/>");

      var marked = value(new AwsLeftovers(clients).marked(Set.of("portico:environment")));

      assertThat(marked.all()).isEmpty();
      assertThat(marked.bucketsUnknown()).isPresent();
      assertThat(scripted.requests())
          .anyMatch(request -> request.contains("Filter.1.Name=tag-key"));
    }
  }
}
