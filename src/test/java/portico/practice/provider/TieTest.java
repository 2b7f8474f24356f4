package portico.practice.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static portico.practice.provider.ProviderCaller.PERMISSION;
import static portico.practice.provider.ProviderCaller.WEB_ACL;

import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DiffResponse;

/** What ties a load balancer to functions and web ACLs. */
class TieTest {
  private static final Duration MOMENT = Duration.ofMillis(5);
  private static final Duration LIMIT = Duration.ofMillis(300);
  private static final String FUNCTION = "arn:aws:lambda:us-west-2:123456789012:function:answer";
  private static final String GROUP =
      "arn:aws:elasticloadbalancing:us-west-2:123456789012:targetgroup/answer/0123456789abcdef";
  private static final String ACL = "arn:aws:wafv2:us-west-2:123456789012:regional/webacl/a/1";
  private static final String OTHER_ACL =
      "arn:aws:wafv2:us-west-2:123456789012:regional/webacl/b/2";
  private static final PropertyMap ALLOWED =
      PropertyMap.ofTexts(
          Map.of(
              "statementId", "portico-answer",
              "action", "lambda:InvokeFunction",
              "principal", "elasticloadbalancing.amazonaws.com",
              "function", FUNCTION,
              "sourceArn", GROUP));
  private static final PropertyMap TIED =
      PropertyMap.ofTexts(Map.of("resourceArn", Inputs.BALANCER_ARN, "webAclArn", ACL));

  private final FakeLambda lambda = new FakeLambda();
  private final FakeWaf waf = new FakeWaf();
  private BundledProvider provider;
  private ProviderCaller caller;

  @BeforeEach
  void start() throws IOException {
    provider =
        BundledProvider.start(
            new ProviderClients(
                new FakeEc2(),
                new FakeElb(),
                lambda,
                waf,
                new FakeRoute53(),
                new FakeS3(),
                "us-west-2"),
            new ProviderTiming(MOMENT, MOMENT, LIMIT, LIMIT, LIMIT, LIMIT));
    caller = new ProviderCaller(provider);
  }

  @AfterEach
  void stop() {
    caller.close();
    provider.close();
  }

  @Test
  void a_permission_is_made_read_and_removed() {
    CreateResponse made = caller.create(PERMISSION, ALLOWED);

    PropertyMap state = Wire.decode(made.getProperties());
    assertThat(made.getId()).isEqualTo("portico-answer");
    assertThat(state.fields()).containsAllEntriesOf(ALLOWED.fields());
    assertThat(caller.diff(PERMISSION, state, ALLOWED).getChanges())
        .isEqualTo(DiffResponse.DiffChanges.DIFF_NONE);

    caller.delete(PERMISSION, made.getId(), state);
    assertThat(caller.read(PERMISSION, made.getId(), state, ALLOWED).getId()).isEmpty();
    caller.delete(PERMISSION, made.getId(), state);
  }

  @Test
  void a_permission_of_an_interrupted_run_is_taken_over() {
    caller.create(PERMISSION, ALLOWED);

    assertThat(caller.create(PERMISSION, ALLOWED).getId()).isEqualTo("portico-answer");
  }

  @Test
  void another_permission_of_that_name_is_left_alone() {
    caller.create(PERMISSION, ALLOWED);
    PropertyMap other = ALLOWED.with("sourceArn", PropertyValue.of(GROUP.replace("answer", "b")));

    assertThatThrownBy(() -> caller.create(PERMISSION, other))
        .isInstanceOf(StatusRuntimeException.class)
        .hasMessageContaining("was not made by this environment");
  }

  @Test
  void a_changed_permission_is_replaced_after_the_old_one_is_gone() {
    PropertyMap state = Wire.decode(caller.create(PERMISSION, ALLOWED).getProperties());
    PropertyMap other = ALLOWED.with("sourceArn", PropertyValue.of(GROUP.replace("answer", "b")));

    DiffResponse diff = caller.diff(PERMISSION, state, other);

    assertThat(diff.getReplacesList()).containsExactly("sourceArn");
    assertThat(diff.getDeleteBeforeReplace()).isTrue();
  }

  @Test
  void a_web_acl_is_tied_once_aws_knows_the_load_balancer() {
    waf.unaware = 3;

    CreateResponse made = caller.create(WEB_ACL, TIED);

    assertThat(made.getId()).isEqualTo(ACL + "," + Inputs.BALANCER_ARN);
    assertThat(waf.ties).isEqualTo(Map.of(Inputs.BALANCER_ARN, ACL));
    PropertyMap state = Wire.decode(made.getProperties());
    assertThat(caller.diff(WEB_ACL, state, TIED).getChanges())
        .isEqualTo(DiffResponse.DiffChanges.DIFF_NONE);
    caller.delete(WEB_ACL, made.getId(), state);
    assertThat(waf.ties).isEmpty();
  }

  @Test
  void a_web_acl_that_somebody_else_has_tied_meanwhile_stays() {
    CreateResponse made = caller.create(WEB_ACL, TIED);
    waf.ties.put(Inputs.BALANCER_ARN, OTHER_ACL);

    assertThat(caller.read(WEB_ACL, made.getId(), TIED, TIED).getId()).isEmpty();
    caller.delete(WEB_ACL, made.getId(), TIED);
    assertThat(waf.ties).isEqualTo(Map.of(Inputs.BALANCER_ARN, OTHER_ACL));
  }

  @Test
  void another_web_acl_is_tied_after_the_old_one_is_untied() {
    DiffResponse diff =
        caller.diff(WEB_ACL, TIED, TIED.with("webAclArn", PropertyValue.of(OTHER_ACL)));

    assertThat(diff.getReplacesList()).containsExactly("webAclArn");
    assertThat(diff.getDeleteBeforeReplace()).isTrue();
  }
}
