package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** Functions, and whom they let invoke them. */
class LambdaTest {
  private static final String ARN = "arn:aws:lambda:us-west-2:123456789012:function:chat-fallback";
  private static final String FUNCTIONS = "/2015-03-31/functions";
  private static final String POLICY = FUNCTIONS + "/chat-fallback/policy";

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

  private SignedHttp.Answer get(String path) {
    return http.rest("lambda", "GET", path, "");
  }

  private SignedHttp.Answer admit(String statement, String source) {
    return http.rest(
        "lambda",
        "POST",
        POLICY,
        ("{'StatementId':'%s','Action':'lambda:InvokeFunction',"
                + "'Principal':'elasticloadbalancing.amazonaws.com','SourceArn':'%s'}")
            .formatted(statement, source));
  }

  private TargetGroup group() {
    return simulation
        .elb
        .createTargetGroup(r -> r.name("function").targetType("lambda"))
        .targetGroups()
        .getFirst();
  }

  private void register(TargetGroup group, String arn) {
    TargetDescription target = TargetDescription.builder().id(arn).build();
    simulation.elb.registerTargets(r -> r.targetGroupArn(group.targetGroupArn()).targets(target));
  }

  @Test
  void functions_are_listed_and_found_by_name_and_arn() {
    assertThat(get(FUNCTIONS).json().path("Functions")).hasSize(2);
    assertThat(get(FUNCTIONS + "?MaxItems=1").json().path("Functions")).hasSize(1);
    String found =
        get(FUNCTIONS + "/chat-fallback")
            .json()
            .path("Configuration")
            .path("FunctionArn")
            .asString("");
    assertThat(found).isEqualTo(ARN);
    assertThat(get(FUNCTIONS + "/" + ARN.replace(":", "%3A")).status()).isEqualTo(200);
    assertThat(get(FUNCTIONS + "/none").error()).contains("ResourceNotFoundException");
    assertThat(get(FUNCTIONS + "/none").status()).isEqualTo(404);
  }

  @Test
  void a_permission_is_added_once_shown_and_removed() {
    assertThat(get(POLICY).error()).contains("ResourceNotFoundException");
    SignedHttp.Answer added =
        admit("alb", "arn:aws:elasticloadbalancing:us-west-2:1:targetgroup/a/b");
    assertThat(added.status()).isEqualTo(201);
    assertThat(added.json().path("Statement").asString("")).contains("\"Sid\":\"alb\"");
    assertThat(get(POLICY).json().path("Policy").asString(""))
        .contains("elasticloadbalancing.amazonaws.com", "AWS:SourceArn");
    assertThat(admit("alb", ARN).status()).isEqualTo(409);

    assertThat(http.rest("lambda", "DELETE", POLICY + "/alb", "").status()).isEqualTo(204);
    assertThat(http.rest("lambda", "DELETE", POLICY + "/alb", "").status()).isEqualTo(404);
    assertThat(get(POLICY).status()).isEqualTo(404);
  }

  @Test
  void a_malformed_permission_is_refused() {
    assertThat(admit("not good", ARN).error()).contains("ValidationException");
    assertThat(admit("x".repeat(101), ARN).error()).contains("ValidationException");
    assertThat(admit("x".repeat(100), ARN).status()).isEqualTo(201);
    assertThat(http.rest("lambda", "POST", POLICY, "{").status()).isEqualTo(400);
    assertThat(http.rest("lambda", "PUT", POLICY, "{}").status()).isGreaterThanOrEqualTo(400);
  }

  @Test
  void a_function_becomes_a_target_only_when_its_policy_admits_the_group() {
    TargetGroup group = group();
    Refusal refusal = Refusal.of(() -> register(group, ARN));
    assertThat(refusal.code()).isEqualTo("AccessDenied");
    assertThat(refusal.message())
        .isEqualTo(
            "elasticloadbalancing principal does not have permission to invoke "
                + ARN
                + " from target group "
                + group.targetGroupArn());

    admit("other", group.targetGroupArn() + "0");
    assertThat(Refusal.codeOf(() -> register(group, ARN))).isEqualTo("AccessDenied");
    admit("alb", group.targetGroupArn());
    register(group, ARN);
    register(group, ARN);
  }

  @Test
  void a_group_takes_one_function_that_exists() {
    TargetGroup group = group();
    assertThat(Refusal.codeOf(() -> register(group, ARN + "2"))).isEqualTo("InvalidTarget");
    assertThat(Refusal.codeOf(() -> register(group, "chat-fallback"))).isEqualTo("ValidationError");
    admit("alb", group.targetGroupArn());
    register(group, ARN);

    assertThat(Refusal.codeOf(() -> register(group, ARN.replace("chat-fallback", "model-status"))))
        .isEqualTo("TooManyTargets");
  }
}
