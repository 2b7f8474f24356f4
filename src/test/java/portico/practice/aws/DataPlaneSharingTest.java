package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** Several processes over one account: one of them runs the load balancers. */
@Timeout(90)
class DataPlaneSharingTest {
  @TempDir private Path folder;

  @Test
  void another_knows_the_address_and_the_health_and_takes_over_on_the_same_port() throws Exception {
    PlaneScene scene = new PlaneScene(folder);
    try (LocalServer server = LocalServer.saying("served");
        Simulation other = PlaneScene.open(folder)) {
      TargetGroup group = scene.group("demo", _ -> {});
      scene.listen(80, group);
      scene.serve(group, server);
      String name = scene.balancer.dnsName();
      InetSocketAddress here = scene.address(80).orElseThrow();

      assertThat(other.aws.listener(name, 80)).contains(here);
      assertThat(
              other
                  .elb
                  .describeTargetHealth(r -> r.targetGroupArn(group.targetGroupArn()))
                  .targetHealthDescriptions())
          .extracting(each -> each.targetHealth().stateAsString())
          .containsExactly("healthy");
      assertThat(other.aws.listeners()).hasSize(1);

      URI uri = URI.create("http://127.0.0.1:" + here.getPort() + "/");
      scene.close();
      PlaneScene.await(() -> answers(uri, "served"));
      assertThat(other.aws.listener(name, 80)).contains(here);
    }
  }

  private static boolean answers(URI uri, String wanted) {
    try (var client = java.net.http.HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(uri).build();
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body().equals(wanted);
    } catch (IOException refused) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void when_the_process_that_runs_it_is_killed_this_one_takes_over_on_the_same_port()
      throws Exception {
    try (LocalServer server = LocalServer.saying("served")) {
      Process child = startPlane();
      try (BufferedReader output = child.inputReader()) {
        assertThat(output.readLine()).isEqualTo("running");
        try (PlaneScene scene = new PlaneScene(folder)) {
          TargetGroup group = scene.group("demo", _ -> {});
          scene.listen(80, group);
          scene.serve(group, server);
          URI uri = scene.uri(80, "/");
          assertThat(answers(uri, "served")).isTrue();
          assertThat(Files.readString(folder.resolve("data-plane.json")))
              .contains("\"pid\":" + child.pid());

          child.destroyForcibly();
          assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
          PlaneScene.await(() -> answers(uri, "served"));
          assertThat(scene.uri(80, "/")).isEqualTo(uri);
        }
      } finally {
        child.destroyForcibly();
      }
    }
  }

  private Process startPlane() throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path") + File.pathSeparator + testClasses(),
            PlaneProcess.class.getName(),
            folder.toString())
        .redirectErrorStream(true)
        .start();
  }

  private static String testClasses() {
    return PlaneProcess.class.getProtectionDomain().getCodeSource().getLocation().getPath();
  }

  @Test
  void the_authoritys_key_is_for_the_owner_alone_and_checks_do_not_touch_the_state()
      throws Exception {
    try (PlaneScene scene = new PlaneScene(folder)) {
      TargetGroup group = scene.group("demo", _ -> {});
      scene.listen(80, group);
      String before;
      try (LocalServer server = LocalServer.saying("served")) {
        scene.serve(group, server);
        before = Files.readString(folder.resolve("state.json"));
      }
      PlaneScene.await(() -> scene.states(group).contains("unhealthy Target.FailedHealthChecks"));

      assertThat(folder.resolve("state.json")).hasContent(before);
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(folder.resolve("ca-key.pem"))))
          .isEqualTo("rw-------");
      assertThat(List.of(folder.toFile().list())).contains("target-health.json");
    }
    assertThat(folder.resolve("target-health.json")).doesNotExist();
  }
}
