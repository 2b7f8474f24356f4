package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/** The folder that keeps the account: across restarts, processes, crashes and damage. */
class SharedStateTest {
  @TempDir private Path folder;

  @Test
  void the_account_survives_a_restart() {
    LoadBalancer made;
    try (Simulation first = new Simulation(folder)) {
      made = first.balancer("demo", _ -> {});
    }
    try (Simulation second = new Simulation(folder)) {
      assertThat(second.elb.describeLoadBalancers().loadBalancers())
          .extracting(LoadBalancer::loadBalancerArn, LoadBalancer::dnsName)
          .containsExactly(tuple(made.loadBalancerArn(), made.dnsName()));
    }
  }

  @Test
  void the_folder_is_made_for_its_owner_only() throws IOException {
    Path missing = folder.resolve("a/b");
    try (Simulation _ = new Simulation(missing)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(missing)))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void two_over_one_folder_lose_no_change() throws Exception {
    try (Simulation one = new Simulation(folder);
        Simulation other = new Simulation(folder);
        var threads = Executors.newFixedThreadPool(6)) {
      String vpc = one.vpc("ml-platform");
      List<Callable<String>> calls = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        Simulation each = i % 2 == 0 ? one : other;
        String name = "group-" + i;
        calls.add(() -> create(each, vpc, name));
      }
      for (Future<String> done : threads.invokeAll(calls, 60, TimeUnit.SECONDS)) {
        assertThat(done.get()).startsWith("sg-");
      }

      assertThat(names(one)).containsAll(names(other)).contains("group-0", "group-59").hasSize(66);
    }
  }

  private static String create(Simulation simulation, String vpc, String name) {
    return simulation
        .ec2
        .createSecurityGroup(r -> r.groupName(name).description("shared").vpcId(vpc))
        .groupId();
  }

  private static List<String> names(Simulation simulation) {
    return simulation.ec2.describeSecurityGroups().securityGroups().stream()
        .map(SecurityGroup::groupName)
        .toList();
  }

  @Test
  void another_process_loses_nothing_to_this_one_and_leaves_a_good_account_when_killed()
      throws Exception {
    Process child = startRestlessWriter();
    try (Simulation here = new Simulation(folder);
        var output = child.inputReader()) {
      String vpc = here.vpc("ml-platform");
      assertThat(output.readLine()).isEqualTo("writing");
      for (int line = 0; line < 20; line++) {
        assertThat(output.readLine()).isEqualTo("wrote 200");
        create(here, vpc, "here-" + line);
      }
      child.destroyForcibly();
      assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();

      assertThat(names(here)).containsAll(numbered("restless-")).containsAll(numbered("here-"));
      assertThat(create(here, vpc, "next")).startsWith("sg-");
    } finally {
      child.destroyForcibly();
    }
  }

  private static List<String> numbered(String prefix) {
    return IntStream.range(0, 20).mapToObj(i -> prefix + i).toList();
  }

  private Process startRestlessWriter() throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            classPath(),
            RestlessWriter.class.getName(),
            folder.toString())
        .redirectErrorStream(true)
        .start();
  }

  /** What the child needs, wherever the test runner has its own class path. */
  private static String classPath() {
    return Stream.of(
            RestlessWriter.class,
            SimulatedAws.class,
            JsonMapper.class,
            JsonParser.class,
            JsonProperty.class)
        .map(each -> each.getProtectionDomain().getCodeSource().getLocation().getPath())
        .collect(Collectors.joining(File.pathSeparator));
  }

  @Test
  void a_damaged_file_is_an_error_that_names_it_and_is_left_as_it_is() throws IOException {
    Path file = folder.resolve("state.json");
    Files.writeString(file, "{\"format\":1,\"regions\":{");
    try (Simulation simulation = new Simulation(folder)) {
      assertThat(Refusal.of(simulation.ec2::describeVpcs))
          .satisfies(
              refusal -> {
                assertThat(refusal.status()).isEqualTo(500);
                assertThat(refusal.message()).contains("state.json is damaged");
              });
    }
    assertThat(Files.readString(file)).isEqualTo("{\"format\":1,\"regions\":{");
  }

  @Test
  void a_file_of_another_form_is_not_touched() throws IOException {
    Path file = folder.resolve("state.json");
    Files.writeString(file, "{\"format\":99,\"regions\":{}}");
    try (Simulation simulation = new Simulation(folder)) {
      assertThat(Refusal.of(simulation.elb::describeLoadBalancers).message())
          .contains("not in the form this version reads");
    }
    assertThat(file).content().contains("99");
  }

  @Test
  void what_cannot_be_written_is_refused_and_not_half_done() throws IOException {
    try (Simulation simulation = new Simulation(folder)) {
      String vpc = simulation.vpc("ml-platform");
      Path obstacle = Files.createDirectory(folder.resolve("state.json.new"));
      Refusal refusal = Refusal.of(() -> create(simulation, vpc, "unwritten"));
      assertThat(refusal.code()).isEqualTo("InternalError");
      assertThat(refusal.message()).contains("state.json.new");

      Files.delete(obstacle);
      assertThat(names(simulation)).doesNotContain("unwritten");
      assertThat(create(simulation, vpc, "unwritten")).startsWith("sg-");
    }
  }

  @Test
  void reading_alone_writes_nothing() throws IOException {
    try (Simulation simulation = new Simulation(folder)) {
      LoadBalancer made = simulation.balancer("demo", _ -> {});
      simulation.elb.deleteLoadBalancer(r -> r.loadBalancerArn(made.loadBalancerArn()));
      simulation.clock.advance(Simulation.DELETION);
      String before = Files.readString(folder.resolve("state.json"));
      IntStream.range(0, 3).forEach(_ -> simulation.ec2.describeNetworkInterfaces());

      assertThat(folder.resolve("state.json")).hasContent(before);
    }
  }
}
