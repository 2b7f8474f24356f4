package portico;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.catalog.CloudAccount;
import portico.environment.EnvironmentState;
import portico.operation.OperationEvent;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.Outcome;
import portico.operation.Phase;
import portico.practice.aws.Faults;
import portico.practice.aws.http.Fault;

/** Accounts that cannot be used, from the start or in the middle. */
@Tag("engine")
class AccountFaultsTest {
  private static final String UNTOUCHED = " Nothing was changed. ";
  private static final String GO_ON =
      "Correct what the message names, then deploy again to go on from here, or destroy to remove"
          + " what exists.";

  @TempDir Path folder;

  private static Fault common(Fault.Kind kind) {
    return new Fault.Common(kind);
  }

  @Test
  void an_account_that_cannot_be_used_is_told_before_anything_changes() throws IOException {
    try (FaultScene scene = new FaultScene(folder)) {
      assertTold(
          scene,
          Fault.Kind.EXPIRED_TOKEN,
          "The AWS credentials have expired."
              + UNTOUCHED
              + "Get new ones the way you got these, then try again.");
      assertTold(
          scene,
          Fault.Kind.INVALID_CREDENTIALS,
          "AWS does not accept these credentials (InvalidClientTokenId)."
              + UNTOUCHED
              + "Check the access key and its secret: the key may be deleted, inactive or"
              + " mistyped.");
      assertThat(scene.live.inAws()).isEmpty();
      assertThat(scene.live.services().environments().list()).isEmpty();

      scene.deployCompletes();
      assertTold(
          scene,
          Fault.Kind.EXPIRED_TOKEN,
          "The AWS credentials have expired."
              + UNTOUCHED
              + "Get new ones the way you got these, then try again.");
      assertThat(scene.state()).isEqualTo(new EnvironmentState.Deployed());
    }
  }

  private static void assertTold(FaultScene scene, Fault.Kind kind, String message) {
    scene.faults.always("GetCallerIdentity", common(kind));
    Outcome outcome = scene.live.run(OperationKind.DEPLOY, scene.spec);
    scene.faults.clear();
    assertThat(FaultScene.message(outcome)).isEqualTo(message);
  }

  @Test
  void missing_credentials_are_told_with_the_profile() throws IOException {
    try (FaultScene scene = new FaultScene(folder)) {
      Path config = Files.writeString(folder.resolve("config"), "[profile empty]\nregion = x\n");
      Map<String, String> files =
          Map.of(
              "AWS_CONFIG_FILE", config.toString(),
              "AWS_SHARED_CREDENTIALS_FILE", folder.resolve("none").toString());

      assertThat(message(scene, "empty", files))
          .matches(
              "Profile \"empty\" gave no credentials \\(.+\\)\\. Nothing was changed\\. Check the"
                  + " profile in your AWS config and credentials files, or choose another one\\.");
      assertThat(message(scene, "nobody", files))
          .isEqualTo(
              "There is no profile \"nobody\" in your AWS config and credentials files."
                  + UNTOUCHED
                  + "Choose one that is listed, or add it with \"aws configure --profile"
                  + " nobody\".");
      assertThat(scene.live.inAws()).isEmpty();
      assertThat(scene.live.services().environments().list()).isEmpty();
    }
  }

  private static String message(FaultScene scene, String profile, Map<String, String> files) {
    return FaultScene.message(
        scene.deployWith(
            new CloudAccount.Endpoint(scene.aws.endpoint(), Optional.of(profile)), files));
  }

  @Test
  void an_endpoint_that_is_down_is_told_with_its_address() throws IOException {
    try (FaultScene scene = new FaultScene(folder)) {
      URI closed = closedPort();
      Outcome outcome =
          scene.deployWith(new CloudAccount.Endpoint(closed, Optional.empty()), Map.of());
      assertThat(FaultScene.message(outcome))
          .startsWith(closed + " does not answer (")
          .contains("Connection refused")
          .endsWith(
              ")."
                  + UNTOUCHED
                  + "Check the address, your network connection, and a proxy or VPN if you use one;"
                  + " then try again.");
      assertThat(scene.live.services().environments().list()).isEmpty();
    }
  }

  private static URI closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
  }

  @Test
  void what_aws_refuses_in_the_middle_is_told_and_a_deploy_completes() throws IOException {
    try (FaultScene scene = new FaultScene(folder)) {
      assertRefused(
          scene,
          "CreateSecurityGroup",
          common(Fault.Kind.ACCESS_DENIED),
          "Security group \"ai-inference-lb-sg\": create failed.",
          "CreateSecurityGroup: UnauthorizedOperation: You are not authorized to perform this"
              + " operation. User: arn:aws:iam::123456789012:user/practice is not authorized to"
              + " perform: ec2:CreateSecurityGroup because no identity-based policy allows the"
              + " action.");
      assertRefused(
          scene,
          "CreateLoadBalancer",
          common(Fault.Kind.ACCESS_DENIED),
          "Load balancer \"ai-inference-lb\": create failed.",
          "CreateLoadBalancer: AccessDenied: User: arn:aws:iam::123456789012:user/practice is not"
              + " authorized to perform: elasticloadbalancing:CreateLoadBalancer because no"
              + " identity-based policy allows the action.");
      assertRefused(
          scene,
          "CreateLoadBalancer",
          common(Fault.Kind.EXPIRED_TOKEN),
          "Load balancer \"ai-inference-lb\": create failed.",
          "CreateLoadBalancer: ExpiredToken: The security token included in the request is"
              + " expired.");
      scene.deployCompletes();
      scene.destroyCompletes();
    }
  }

  @Test
  void a_destroy_that_cannot_ask_for_leftovers_says_so_and_the_next_one_completes()
      throws IOException {
    try (FaultScene scene = new FaultScene(folder).deployed()) {
      scene.clock.rush();
      OperationId id = scene.live.start(OperationKind.DESTROY, scene.spec);
      scene.live.await(
          id,
          event ->
              event instanceof OperationEvent.PhaseStarted(var at, Phase phase)
                  && phase == Phase.RUNNING);
      scene.faults.always("DescribeTargetGroups", common(Fault.Kind.EXPIRED_TOKEN));
      Outcome outcome = scene.live.outcome(id);
      scene.faults.clear();
      assertThat(FaultScene.message(outcome))
          .as(() -> scene.live.log(id))
          .isEqualTo(
              "AWS could not be asked whether an interrupted run left anything behind: The AWS"
                  + " credentials have expired. No resources exist. Destroy again once AWS"
                  + " answers.");
      scene.destroyCompletes();
    }
  }

  private static void assertRefused(
      FaultScene scene, String action, Fault fault, String what, String why) {
    Faults faults = scene.faults.always(action, fault);
    Outcome outcome = scene.live.run(OperationKind.DEPLOY, scene.spec);
    faults.clear();
    String exist =
        switch (scene.inState()) {
          case 0 -> " No resources exist. ";
          case 1 -> " 1 resource exists. ";
          default -> " " + scene.inState() + " resources exist. ";
        };
    assertThat(FaultScene.message(outcome)).isEqualTo(what + " " + why + exist + GO_ON);
    assertThat(scene.state())
        .isEqualTo(
            new EnvironmentState.Incomplete(
                Optional.of(scene.lastOperation()), EnvironmentState.Reason.FAILED));
  }
}
