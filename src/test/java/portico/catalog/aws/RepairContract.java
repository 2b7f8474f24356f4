package portico.catalog.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static portico.testing.Answers.value;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import portico.catalog.BalancerUse;
import portico.catalog.ExistingResources;
import portico.catalog.Leftovers;
import portico.catalog.OwnedResource;
import portico.catalog.OwnedResource.Kind;
import portico.testing.AwsFixture;
import portico.testing.AwsScene;
import portico.testing.AwsScene.Ground;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;

/** What an interrupted run leaves, found and removed at any AWS endpoint, whoever plays AWS. */
abstract class RepairContract {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  AwsClients aws = AwsFixture.clients(URI.create("http://127.0.0.1:1"));
  AwsScene scene = new AwsScene(aws);
  private Leftovers leftovers = new AwsLeftovers(aws);
  private ExistingResources existing = new AwsExistingResources(aws);

  /** The endpoint under test. */
  abstract URI endpoint();

  /** A VPC with two public subnets, a private one, and an instance that runs. */
  abstract Ground ground();

  @BeforeEach
  void open() {
    aws.close();
    aws = AwsFixture.clients(endpoint());
    scene = new AwsScene(aws);
    leftovers = new AwsLeftovers(aws, Duration.ofMillis(100));
    existing = new AwsExistingResources(aws);
  }

  @AfterEach
  void close() {
    aws.close();
  }

  private record Environment(
      String balancer, String targetGroup, String listener, String rule, String group) {}

  private Environment environment(String name, Map<String, String> tags) {
    var ground = ground();
    var vpc = ground.vpc();
    var group = scene.securityGroup(vpc, name, tags);
    var rule = scene.ingress(group, 80, "198.51.100.7/32", tags);
    var targets = scene.targetGroup(name, vpc, tags);
    var balancer = scene.loadBalancer(name, ground.publicSubnets(), List.of(group), tags);
    var listener = scene.listener(balancer, 80, targets, tags);
    return new Environment(balancer, targets, listener, rule, group);
  }

  private static Map<String, String> tags(String stack) {
    return Map.of("portico:stack", stack, "portico:run", "r1-mine", "team", "ml");
  }

  @Test
  void finds_all_that_carries_the_tags_in_the_order_of_removal() {
    var mine = environment("mine", tags("mine"));
    environment("other", tags("other"));

    var owned = value(leftovers.owned(Map.of("portico:stack", "mine", "portico:run", "r1-mine")));

    assertThat(owned)
        .containsExactly(
            new OwnedResource(Kind.LOAD_BALANCER, mine.balancer(), "mine"),
            new OwnedResource(Kind.TARGET_GROUP, mine.targetGroup(), "mine"),
            new OwnedResource(Kind.SECURITY_GROUP_RULE, mine.rule(), mine.group()),
            new OwnedResource(Kind.SECURITY_GROUP, mine.group(), "mine"));
  }

  @Test
  void finds_nothing_for_tags_that_nothing_carries() {
    assertThat(value(leftovers.owned(Map.of("portico:stack", "nobody")))).isEmpty();
  }

  @Test
  void finds_everything_with_the_keys_of_the_tags_whatever_their_values() {
    var mine = environment("marked-one", Map.of("portico:mark", "mine", "portico:by", "r1"));
    var other = environment("marked-two", Map.of("portico:mark", "other", "portico:by", "r2"));
    environment("marked-half", Map.of("portico:mark", "half"));
    environment("unmarked", Map.of("team", "ml"));
    var bucket =
        scene.bucket("marked-logs-0a1b2c3", Map.of("portico:mark", "mine", "portico:by", "r1"));

    var marked = value(leftovers.marked(Set.of("portico:mark", "portico:by")));

    assertThat(marked.bucketsUnknown()).isEmpty();
    assertThat(marked.all())
        .extracting(each -> each.resource().id())
        .containsExactlyInAnyOrder(
            mine.balancer(),
            mine.targetGroup(),
            mine.rule(),
            mine.group(),
            other.balancer(),
            other.targetGroup(),
            other.rule(),
            other.group(),
            bucket);
    assertThat(marked.all())
        .allSatisfy(each -> assertThat(each.tags()).containsKeys("portico:mark", "portico:by"))
        .filteredOn(
            each ->
                each.resource().kind() == Kind.LOAD_BALANCER
                    || each.resource().kind() == Kind.LOG_BUCKET)
        .allSatisfy(each -> assertThat(each.created()).isPresent());
    leftovers.remove(value(leftovers.ownedBuckets(Map.of("portico:mark", "mine"))), LIMIT);
  }

  @Test
  void finds_buckets_by_name_and_tags_and_removes_them() {
    var tags = tags("buckets");
    var mine = scene.bucket("buckets-logs-0a1b2c3", tags);
    scene.bucket("buckets-logs-0a1b2c4", tags("other"));
    scene.bucket("buckets-logs-0a1b2c5", Map.of());
    scene.bucket("somebodys-buckets", tags);

    var owned = value(leftovers.ownedBuckets(Map.of("portico:stack", "buckets")));

    assertThat(owned).containsExactly(new OwnedResource(Kind.LOG_BUCKET, mine, mine));
    assertThat(value(leftovers.owned(Map.of("portico:stack", "buckets")))).isEmpty();
    assertThat(leftovers.remove(owned, LIMIT).removed()).isEqualTo(owned);
    assertThat(leftovers.remove(owned, LIMIT).removed()).as("twice").isEqualTo(owned);
    assertThat(value(leftovers.ownedBuckets(Map.of("portico:stack", "buckets")))).isEmpty();
  }

  @Test
  void tells_whether_a_load_balancer_is_protected() {
    var made = environment("use", tags("use"));

    assertThat(value(leftovers.use(made.balancer()))).isEqualTo(new BalancerUse(false, 0));

    protect(made.balancer(), true);
    assertThat(value(leftovers.use(made.balancer()))).isEqualTo(new BalancerUse(true, 0));

    protect(made.balancer(), false);
  }

  private void protect(String balancer, boolean on) {
    aws.elb()
        .modifyLoadBalancerAttributes(
            request ->
                request
                    .loadBalancerArn(balancer)
                    .attributes(
                        LoadBalancerAttribute.builder()
                            .key("deletion_protection.enabled")
                            .value(String.valueOf(on))
                            .build()));
  }

  @Test
  void refuses_to_own_everything() {
    assertThatThrownBy(() -> leftovers.owned(Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> leftovers.ownedBuckets(Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> leftovers.marked(Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void removes_an_environment_in_whatever_order_it_is_listed() {
    var stack = Map.of("portico:stack", "removed");
    environment("removed", stack);
    var owned = value(leftovers.owned(stack));

    var removal = leftovers.remove(owned.reversed(), LIMIT);

    assertThat(removal.kept()).isEmpty();
    assertThat(removal.isComplete()).isTrue();
    assertThat(removal.removed()).containsExactlyElementsOf(owned);
    assertThat(value(leftovers.owned(stack))).isEmpty();
  }

  @Test
  void what_is_gone_already_counts_as_removed() {
    var stack = Map.of("portico:stack", "twice");
    environment("twice", stack);
    var owned = value(leftovers.owned(stack));

    assertThat(leftovers.remove(owned, LIMIT).isComplete()).isTrue();
    assertThat(leftovers.remove(owned, LIMIT).isComplete()).isTrue();
  }

  @Test
  void finds_what_a_pending_create_has_made() {
    var tags = tags("found");
    var made = environment("found", tags);

    assertThat(find("aws:lb/loadBalancer:LoadBalancer", Map.of("name", "found", "tags", tags)))
        .contains(made.balancer());
    assertThat(find("aws:lb/targetGroup:TargetGroup", Map.of("name", "found", "tags", tags)))
        .contains(made.targetGroup());
    assertThat(
            find(
                "aws:lb/listener:Listener",
                Map.of("loadBalancerArn", made.balancer(), "port", 80.0, "tags", tags)))
        .contains(made.listener());
    assertThat(find("aws:ec2/securityGroup:SecurityGroup", Map.of("name", "found", "tags", tags)))
        .contains(made.group());
    assertThat(
            find(
                "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
                rule(made.group(), "198.51.100.7/32", tags)))
        .contains(made.rule());
  }

  @Test
  void does_not_take_a_rule_for_another() {
    var tags = tags("rules");
    var made = environment("rules", tags);

    assertThat(
            find(
                "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
                rule(made.group(), "198.51.100.8/32", tags)))
        .isEmpty();
    assertThat(
            find(
                "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
                rule(made.group(), "198.51.100.7/32", tags)))
        .isEmpty();
  }

  @Test
  void never_adopts_what_another_run_or_somebody_else_made() {
    environment("foreign", Map.of("portico:stack", "foreign", "portico:run", "r1"));
    var ofAnotherRun = Map.of("portico:stack", "foreign", "portico:run", "r2");

    for (Map<String, String> tags :
        List.of(ofAnotherRun, Map.<String, String>of(), Map.of("team", "ml"))) {
      var inputs = Map.<String, Object>of("name", "foreign", "tags", tags);
      assertThat(find("aws:lb/loadBalancer:LoadBalancer", inputs)).isEmpty();
      assertThat(find("aws:lb/targetGroup:TargetGroup", inputs)).isEmpty();
      assertThat(find("aws:ec2/securityGroup:SecurityGroup", inputs)).isEmpty();
    }
  }

  @Test
  void finds_nothing_where_nothing_was_made_or_nothing_can_be_imported() {
    var inputs = Map.<String, Object>of("name", "never-made", "tags", tags("never"));

    assertThat(find("aws:lb/loadBalancer:LoadBalancer", inputs)).isEmpty();
    assertThat(find("aws:lb/targetGroup:TargetGroup", inputs)).isEmpty();
    assertThat(find("aws:ec2/securityGroup:SecurityGroup", inputs)).isEmpty();
    assertThat(find("aws:lb/targetGroupAttachment:TargetGroupAttachment", inputs)).isEmpty();
    assertThat(find("aws:lb/listener:Listener", Map.of("tags", tags("never")))).isEmpty();
  }

  private Optional<String> find(String type, Map<String, Object> inputs) {
    return value(existing.find(type, inputs));
  }

  private static Map<String, Object> rule(String group, String cidr, Map<String, String> tags) {
    return Map.of(
        "securityGroupId",
        group,
        "ipProtocol",
        "tcp",
        "fromPort",
        80,
        "toPort",
        80,
        "cidrIpv4",
        cidr,
        "tags",
        tags);
  }
}
