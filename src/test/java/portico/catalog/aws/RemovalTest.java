package portico.catalog.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import portico.catalog.Answer;
import portico.catalog.CatalogFailure.AccessDenied;
import portico.catalog.CatalogFailure.ServiceError;
import portico.catalog.OwnedResource;
import portico.catalog.OwnedResource.Kind;
import portico.catalog.Removal;
import portico.catalog.Removal.Kept;
import portico.catalog.Removal.Reason;
import portico.testing.AwsFixture;
import portico.testing.ScriptedAws;

/** Removal when AWS is slow, refuses, or never lets go. */
class RemovalTest {
  private static final OwnedResource BALANCER =
      new OwnedResource(Kind.LOAD_BALANCER, "arn:balancer", "demo");
  private static final OwnedResource TARGETS =
      new OwnedResource(Kind.TARGET_GROUP, "arn:targets", "demo");
  private static final OwnedResource GROUP = new OwnedResource(Kind.SECURITY_GROUP, "sg-1", "demo");
  private static final String DESCRIBED =
      """
      <DescribeLoadBalancersResponse><DescribeLoadBalancersResult><LoadBalancers><member>
      <LoadBalancerArn>arn:balancer</LoadBalancerArn></member></LoadBalancers>
      </DescribeLoadBalancersResult></DescribeLoadBalancersResponse>
      """;

  private final ScriptedAws aws;
  private final AwsClients clients;

  RemovalTest() throws IOException {
    aws = new ScriptedAws();
    clients =
        AwsClients.open(
            AwsFixture.endpoint(aws.uri()),
            AwsFixture.REGION,
            AwsFixture.NO_PRACTICE,
            AwsFixture.once());
  }

  @AfterEach
  void stop() {
    clients.close();
    aws.close();
  }

  private Removal remove(Duration limit, OwnedResource... resources) {
    return new AwsLeftovers(clients, Duration.ofMillis(10)).remove(List.of(resources), limit);
  }

  @Test
  void waits_until_the_load_balancer_is_gone_before_its_target_group_and_security_group() {
    aws.on("DeleteLoadBalancer", 200, "<DeleteLoadBalancerResponse/>")
        .on("DescribeLoadBalancers", 200, DESCRIBED)
        .on("DescribeLoadBalancers", 200, DESCRIBED)
        .queryError("DescribeLoadBalancers", 400, "LoadBalancerNotFound", "not there")
        .queryError("DeleteTargetGroup", 400, "ResourceInUse", "in use by a listener")
        .on("DeleteTargetGroup", 200, "<DeleteTargetGroupResponse/>")
        .ec2Error("DeleteSecurityGroup", 400, "DependencyViolation", "has a dependent object")
        .on("DeleteSecurityGroup", 200, "<DeleteSecurityGroupResponse/>");

    var removal = remove(Duration.ofSeconds(20), GROUP, TARGETS, BALANCER);

    assertThat(removal.removed()).containsExactly(BALANCER, TARGETS, GROUP);
    assertThat(removal.isComplete()).isTrue();
    assertThat(aws.asked())
        .containsExactly(
            "DeleteLoadBalancer",
            "DescribeLoadBalancers",
            "DeleteLoadBalancer",
            "DescribeLoadBalancers",
            "DeleteLoadBalancer",
            "DescribeLoadBalancers",
            "DeleteTargetGroup",
            "DeleteTargetGroup",
            "DeleteSecurityGroup",
            "DeleteSecurityGroup");
  }

  @Test
  void says_what_was_still_in_use_when_the_time_was_over() {
    aws.ec2Error("DeleteSecurityGroup", 400, "DependencyViolation", "sg-1 has a dependent object");

    var removal = remove(Duration.ofSeconds(1), GROUP);

    assertThat(removal.removed()).isEmpty();
    assertThat(removal.kept())
        .containsExactly(new Kept(GROUP, new Reason.StillInUse("sg-1 has a dependent object")));
  }

  @Test
  void leaves_a_protected_load_balancer_alone_and_goes_on() {
    aws.queryError("DeleteLoadBalancer", 400, "OperationNotPermitted", "deletion protection is on")
        .on("DeleteTargetGroup", 200, "<DeleteTargetGroupResponse/>");

    var removal = remove(Duration.ofSeconds(20), BALANCER, TARGETS);

    assertThat(removal.removed()).containsExactly(TARGETS);
    assertThat(removal.kept())
        .containsExactly(
            new Kept(
                BALANCER,
                new Reason.Refused(
                    new ServiceError(
                        "elasticloadbalancing:DeleteLoadBalancer",
                        "OperationNotPermitted",
                        "deletion protection is on"))));
    assertThat(removal.isComplete()).isFalse();
  }

  @Test
  void says_which_permission_is_missing() {
    aws.ec2Error("DeleteSecurityGroup", 403, "UnauthorizedOperation", "no");

    assertThat(remove(Duration.ofSeconds(20), GROUP).kept())
        .containsExactly(
            new Kept(GROUP, new Reason.Refused(new AccessDenied("ec2:DeleteSecurityGroup", "no"))));
  }

  @Test
  void tries_again_when_aws_asks_to_slow_down() {
    aws.ec2Error("DeleteSecurityGroup", 503, "RequestLimitExceeded", "slow down")
        .on("DeleteSecurityGroup", 200, "<DeleteSecurityGroupResponse/>");

    assertThat(remove(Duration.ofSeconds(20), GROUP).removed()).containsExactly(GROUP);
  }

  @Test
  void a_star_in_a_tag_does_not_stand_for_anything_else() {
    aws.on("DescribeLoadBalancers", 200, "<DescribeLoadBalancersResponse/>")
        .on("DescribeTargetGroups", 200, "<DescribeTargetGroupsResponse/>")
        .on("DescribeSecurityGroupRules", 200, "<DescribeSecurityGroupRulesResponse/>")
        .on("DescribeSecurityGroups", 200, "<DescribeSecurityGroupsResponse/>");

    var owned = new AwsLeftovers(clients).owned(Map.of("portico:stack", "a*b?"));

    assertThat(owned).isEqualTo(Answer.found(List.of()));
    assertThat(aws.requests())
        .filteredOn(request -> request.contains("DescribeSecurityGroup"))
        .hasSize(2)
        .allMatch(request -> request.contains("Filter.1.Value.1=a\\*b\\?"));
  }

  @Test
  void does_nothing_without_time() {
    var removal = remove(Duration.ZERO, GROUP);

    assertThat(removal.kept()).containsExactly(new Kept(GROUP, new Reason.OutOfTime()));
    assertThat(aws.asked()).isEmpty();
  }

  @Test
  void ends_when_interrupted() {
    aws.ec2Error("DeleteSecurityGroup", 400, "DependencyViolation", "in use");

    Thread.currentThread().interrupt();
    var removal = remove(Duration.ofMinutes(5), GROUP);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(removal.kept()).hasSize(1);
  }
}
