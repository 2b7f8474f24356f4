package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the simulated user may do, and how rights are taken away from it. */
class IamTest {
  private static final String USER = "arn:aws:iam::123456789012:user/practice";

  @TempDir private Path folder;
  private Simulation simulation;
  private SignedHttp http;

  @BeforeEach
  void start() {
    simulation = new Simulation(folder);
    http = new SignedHttp(simulation.aws.endpoint());
  }

  @AfterEach
  void stop() {
    http.close();
    simulation.close();
  }

  private SignedHttp.Answer call(String action, Map<String, String> parameters) {
    Map<String, String> all = new HashMap<>(parameters);
    all.put("Action", action);
    all.put("Version", "2010-05-08");
    return http.query("iam", all);
  }

  private SignedHttp.Answer put(String document) {
    return call(
        "PutUserPolicy",
        Map.of(
            "UserName",
            "practice",
            "PolicyName",
            "Denied",
            "PolicyDocument",
            document.replace('\'', '"')));
  }

  private static String denial(String action, String resource) {
    return "{'Version':'2012-10-17','Statement':{'Effect':'Deny','Action':'%s','Resource':'%s'}}"
        .formatted(action, resource);
  }

  private SignedHttp.Answer simulate(String principal, String action, String resource) {
    return call(
        "SimulatePrincipalPolicy",
        Map.of(
            "PolicySourceArn", principal,
            "ActionNames.member.1", action,
            "ResourceArns.member.1", resource));
  }

  private String decision(String action, String resource) {
    return simulate(USER, action, resource).element("EvalDecision");
  }

  @Test
  void the_user_is_the_one_the_caller_identity_names_and_may_do_everything() {
    assertThat(call("GetUser", Map.of()).element("Arn"))
        .isEqualTo(simulation.sts.getCallerIdentity().arn());
    assertThat(decision("elasticloadbalancing:CreateLoadBalancer", "*")).isEqualTo("allowed");
    assertThat(call("ListAttachedUserPolicies", Map.of("UserName", "practice")).body())
        .contains("AdministratorAccess");
  }

  @ParameterizedTest
  @CsvSource({
    "elasticloadbalancing:CreateLoadBalancer, explicitDeny",
    "elasticloadbalancing:createloadbalancer, explicitDeny",
    "elasticloadbalancing:DescribeLoadBalancers, allowed",
    "ec2:CreateSecurityGroup, allowed"
  })
  void a_denial_covers_its_actions_by_wildcard_and_without_case(String action, String decision) {
    put(denial("elasticloadbalancing:Create*", "*"));

    assertThat(decision(action, "*")).isEqualTo(decision);
  }

  @Test
  void a_denial_on_a_resource_covers_that_one() {
    put(denial("ec2:DeleteSecurityGroup", "arn:aws:ec2:*:*:security-group/sg-1"));

    assertThat(decision("ec2:DeleteSecurityGroup", "arn:aws:ec2:us-west-2:1:security-group/sg-1"))
        .isEqualTo("explicitDeny");
    assertThat(decision("ec2:DeleteSecurityGroup", "arn:aws:ec2:us-west-2:1:security-group/sg-2"))
        .isEqualTo("allowed");
  }

  @Test
  void what_is_denied_is_refused_in_every_service_until_the_denial_is_taken_back() {
    put(denial("*", "*"));
    Refusal refusal = Refusal.of(simulation.ec2::describeVpcs);
    assertThat(refusal.code()).isEqualTo("UnauthorizedOperation");
    assertThat(refusal.message()).contains("ec2:DescribeVpcs", "explicit deny");
    assertThat(Refusal.codeOf(simulation.elb::describeLoadBalancers)).isEqualTo("AccessDenied");
    assertThat(Refusal.codeOf(simulation.acm::listCertificates)).isEqualTo("AccessDeniedException");
    assertThat(http.rest("lambda", "GET", "/2015-03-31/functions", "").error())
        .contains("AccessDeniedException");
    assertThat(simulation.sts.getCallerIdentity().account()).isEqualTo("123456789012");

    call("DeleteUserPolicy", Map.of("UserName", "practice", "PolicyName", "Denied"));
    assertThat(simulation.ec2.describeVpcs().vpcs()).isNotEmpty();
  }

  @Test
  void a_policy_can_be_read_again_and_survives_a_restart() {
    put(denial("ec2:*", "*"));
    simulation.close();
    simulation = new Simulation(folder);
    try (SignedHttp again = new SignedHttp(simulation.aws.endpoint())) {
      SignedHttp.Answer read =
          again.query(
              "iam",
              Map.of("Action", "GetUserPolicy", "UserName", "practice", "PolicyName", "Denied"));
      assertThat(read.element("PolicyDocument")).startsWith("%7B%22Version%22");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no JSON",
        "{'Statement':{'Effect':'Forbid','Action':'*','Resource':'*'}}",
        "{'Statement':{'Effect':'Deny','Resource':'*'}}",
        "{'Statement':{'Effect':'Deny','Action':'*'}}",
        "{'Statement':{'Effect':'Deny','Action':'DescribeVpcs','Resource':'*'}}"
      })
  void a_malformed_policy_is_refused(String document) {
    assertThat(put(document).error()).contains("MalformedPolicyDocument");
  }

  @Test
  void who_or_what_does_not_exist_is_refused() {
    assertThat(simulate(USER + "2", "ec2:DescribeVpcs", "*").error()).contains("NoSuchEntity");
    assertThat(simulate("practice", "ec2:DescribeVpcs", "*").error()).contains("InvalidInput");
    assertThat(simulate(USER, "DescribeVpcs", "*").error()).contains("InvalidInput");
    assertThat(call("GetUser", Map.of("UserName", "nobody")).status()).isEqualTo(404);
    assertThat(call("GetRole", Map.of("RoleName", "practice-admin")).element("RoleName"))
        .isEqualTo("practice-admin");
    assertThat(call("GetRole", Map.of("RoleName", "nobody")).error()).contains("NoSuchEntity");
  }

  @Test
  void results_come_in_pages() {
    SignedHttp.Answer first =
        call(
            "SimulatePrincipalPolicy",
            Map.of(
                "PolicySourceArn", USER,
                "ActionNames.member.1", "ec2:DescribeVpcs",
                "ActionNames.member.2", "ec2:DescribeSubnets",
                "MaxItems", "1"));

    assertThat(first.element("IsTruncated")).isEqualTo("true");
    assertThat(first.element("EvalActionName")).isEqualTo("ec2:DescribeVpcs");
    assertThat(first.element("Marker")).isNotEmpty();
  }
}
