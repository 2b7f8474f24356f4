package portico.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import portico.catalog.AwsProfile;
import portico.catalog.CallerIdentity;
import portico.catalog.CatalogFailure;
import portico.catalog.IpamPool;
import portico.catalog.TargetHealth;
import portico.environment.EnvironmentState;
import portico.environment.EnvironmentState.Reason;
import portico.operation.OperationEvent;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.probe.ProbeResult;
import portico.spec.SpecExample;
import portico.spec.SpecFile;
import portico.testing.FakeProbe;
import portico.testing.Samples;

class ReadingTest {
  private final CliRun cli = new CliRun();

  @TempDir Path folder;

  @Test
  void the_list_has_every_environment() {
    cli.fakes.environments.put(Samples.deployed("demo", Samples.PRACTICE));
    cli.fakes.environments.put(
        Samples.inState(
            "gone",
            Samples.PROFILE,
            new EnvironmentState.Incomplete(Optional.empty(), Reason.FAILED)));

    assertThat(cli.run("list")).isZero();
    assertThat(cli.out())
        .contains("Name  State ", "demo  Deployed", Samples.DNS_NAME, "profile ml-platform");

    assertThat(cli.run("list", "--json")).isZero();
    assertThat(cli.json().at("/environments/0").toString())
        .isEqualTo(
            "{\"environment\":\"demo\",\"state\":\"deployed\",\"resources\":3,\"account\":{\"kind\":"
                + "\"practice\"},\"region\":\"us-west-2\",\"load_balancer_dns_name\":\""
                + Samples.DNS_NAME
                + "\",\"last_change\":\"2026-11-23T13:30:00Z\"}");
    assertThat(cli.json().at("/environments/1/state").asString()).isEqualTo("incomplete_failed");
  }

  @Test
  void an_empty_list_names_the_first_step() {
    assertThat(cli.run("list")).isZero();
    assertThat(cli.out()).contains("portico deploy --practice --name demo");

    cli.run("list", "--json");
    assertThat(cli.json().toString()).isEqualTo("{\"outcome\":\"succeeded\",\"environments\":[]}");
  }

  @Test
  void outputs_of_the_only_environment_need_no_name() {
    cli.fakes.environments.put(Samples.deployed("demo", Samples.PRACTICE));

    assertThat(cli.run("outputs")).isZero();

    assertThat(cli.out()).startsWith("load_balancer_dns_name = " + Samples.DNS_NAME + "\n");
  }

  @Test
  void one_output_alone_is_printed_bare() {
    cli.fakes.environments.put(Samples.deployed("demo", Samples.PRACTICE));

    assertThat(cli.run("outputs", "demo", "--only", "load_balancer_dns_name")).isZero();
    assertThat(cli.out()).isEqualTo(Samples.DNS_NAME + "\n");

    assertThat(cli.run("outputs", "demo", "--only", "nothing")).isEqualTo(2);
    assertThat(cli.err()).contains("There is no output \"nothing\" of demo.");
  }

  @Test
  void outputs_as_json() {
    cli.fakes.environments.put(Samples.deployed("demo", Samples.PRACTICE));

    cli.run("outputs", "--name", "demo", "--json");

    assertThat(cli.json().at("/outputs/load_balancer_dns_name").asString())
        .isEqualTo(Samples.DNS_NAME);
  }

  @Test
  void what_is_not_deployed_has_no_outputs() {
    cli.fakes.environments.put(
        Samples.inState("demo", Samples.PRACTICE, new EnvironmentState.Empty()));

    assertThat(cli.run("outputs", "demo")).isZero();
    assertThat(cli.out()).isEqualTo("demo has no outputs: it is not deployed.\n");
  }

  @Test
  void with_several_environments_a_name_is_needed() {
    cli.fakes.environments.put(Samples.deployed("a", Samples.PRACTICE));
    cli.fakes.environments.put(Samples.deployed("b", Samples.PRACTICE));

    assertThat(cli.run("outputs")).isEqualTo(2);
    assertThat(cli.err()).startsWith("Name the environment, for example with --name demo.");
  }

  @Test
  void the_status_tells_everything_known() {
    cli.fakes.environments.put(Samples.deployed(Samples.NAME.value(), Samples.PRACTICE));
    cli.fakes.operations.add(Samples.request(Samples.id(1), OperationKind.DEPLOY));
    cli.succeed(Samples.id(1));
    cli.fakes.operations.add(Samples.request(Samples.id(2), OperationKind.REFRESH));
    cli.fakes.catalog.health.put(
        Samples.TARGET_GROUP_ARN,
        List.of(
            new TargetHealth(
                "i-0f1e2d3c4b5a69788", 8000, "unhealthy", "Target.Timeout", "Timed out")));

    assertThat(cli.run("status")).isZero();

    assertThat(cli.out().lines().toList())
        .containsExactly(
            "Environment  llama-staging",
            "State        Deployed",
            "Account      practice (simulated AWS on this machine; nothing is real and nothing"
                + " costs)",
            "Region       us-west-2",
            "DNS name     " + Samples.DNS_NAME,
            "Changed      2026-11-23T13:30:00Z",
            "Running      refresh: running, asked for at 2026-11-23T15:30:00Z ("
                + Samples.id(2)
                + ")",
            "Last         deploy: succeeded, asked for at 2026-11-23T15:30:00Z ("
                + Samples.id(1)
                + ")",
            "Listener     ai-inference-listener  HTTP 80",
            "  else -> forward ai-inference-tg",
            "Resources    3",
            "  Security group  ai-inference-lb-sg  sg-0d5a3f7e1c2b49860",
            "  Target group  ai-inference-tg  " + Samples.TARGET_GROUP_ARN,
            "  Load balancer  ai-inference-lb  " + Samples.LOAD_BALANCER_ARN,
            "Targets      ai-inference-tg: 0 of 1 healthy",
            "  i-0f1e2d3c4b5a69788 port 8000: unhealthy Target.Timeout Timed out");
    cli.run("status", "--json");
    assertThat(cli.json().at("/last_operation/outcome").asString()).isEqualTo("succeeded");
    assertThat(cli.json().at("/running_operation/operation").asString()).isEqualTo("refresh");
    assertThat(cli.json().at("/targets/0/target_group").asString()).isEqualTo("ai-inference-tg");
    assertThat(cli.json().at("/listeners/0/default_action").asString())
        .isEqualTo("forward ai-inference-tg");
    assertThat(cli.json().at("/target_groups/0/name").asString()).isEqualTo("ai-inference-tg");
    assertThat(cli.json().at("/targets/0/reason").asString()).isEqualTo("Target.Timeout");
    assertThat(cli.json().at("/provider").asString()).isEqualTo("bundled");
  }

  @Test
  void a_status_without_the_account_is_still_a_status() {
    cli.fakes.environments.put(Samples.deployed("demo", Samples.PRACTICE));
    cli.fakes.catalog.failure = Optional.of(new CatalogFailure.Throttled("DescribeTargetHealth"));

    assertThat(cli.run("status", "demo", "--json")).isZero();
    assertThat(cli.json().at("/targets_failure/code").asString()).isEqualTo("throttled");

    cli.fakes.catalog.calls.clear();
    assertThat(cli.run("status", "demo", "--offline")).isZero();
    assertThat(cli.fakes.catalog.calls).isEmpty();
    assertThat(cli.run("status", "demo", "--offline", "--probe")).isEqualTo(2);
  }

  @Test
  void a_probe_asks_each_listener_through_the_practice_data_plane() {
    cli.fakes.environments.put(Samples.deployed("demo", Samples.PRACTICE));

    assertThat(cli.run("status", "demo", "--probe")).isZero();

    var asked = cli.fakes.probe.asked.getFirst().endpoint();
    assertThat(asked.dnsName()).isEqualTo(Samples.DNS_NAME);
    assertThat(asked.via()).contains(cli.fakes.practice.address);
    assertThat(cli.out())
        .contains(
            "Endpoint     http://"
                + Samples.DNS_NAME
                + "/: The service answers through the load balancer with status 200.\n",
            "  Name: resolves to 203.0.113.20, 203.0.113.21 (12 ms)\n",
            "  Connect: connected to 203.0.113.20:80 (31 ms)\n",
            "  Health: GET /health answers 200, server uvicorn (48 ms)\n",
            "  Try it: curl -i --connect-to "
                + Samples.DNS_NAME
                + ":80:127.0.0.1:18080 http://"
                + Samples.DNS_NAME
                + "/\n",
            "Targets      ai-inference-tg: none registered; the load balancer answers 503\n");
  }

  @Test
  void an_endpoint_that_does_not_serve_fails_the_probe() {
    cli.fakes.environments.put(Samples.deployed("demo", Samples.PRACTICE));
    cli.fakes.probe.verdict = ProbeResult.Verdict.NO_ANSWER;
    cli.fakes.probe.steps = FakeProbe.silent();

    assertThat(cli.run("status", "demo", "--probe", "--json")).isEqualTo(1);

    assertThat(cli.json().get("outcome").asString()).isEqualTo("failed");
    assertThat(cli.json().at("/endpoints/0/verdict").asString()).isEqualTo("no_answer");
    assertThat(cli.json().at("/failures/0/code").asString()).isEqualTo("does_not_serve");
  }

  @Test
  void the_history_tells_who_did_what_with_which_changes() {
    cli.fakes.environments.put(Samples.deployed("demo", Samples.PRACTICE));
    assertThat(cli.run("deploy", "demo", "--yes")).isZero();
    OperationId first = cli.fakes.operations.started.getFirst().id();
    cli.fakes.operations.emit(
        first,
        new OperationEvent.CallerKnown(
            Samples.NOW, new CallerIdentity("1", "arn:aws:iam::1:user/ada", "AID")));
    cli.input =
        SpecFile.write(Samples.spec()).replace("intervalSeconds: 30", "intervalSeconds: 20");
    assertThat(cli.run("deploy", "demo", "--yes", "--spec", "-")).isZero();

    assertThat(cli.run("history", "demo", "--diff")).isZero();
    assertThat(cli.out())
        .containsPattern("When +Operation +Outcome +Took +Changes +By")
        .containsPattern("deploy +succeeded +20 s +6 create +arn:aws:iam::1:user/ada")
        .contains("-       intervalSeconds: 30\n+       intervalSeconds: 20\n");

    assertThat(cli.run("history", "demo", "--json", "--limit", "1")).isZero();
    assertThat(cli.json().get("operations")).hasSize(1);
    assertThat(cli.run("history", "demo", "--limit", "0")).isEqualTo(2);
    assertThat(cli.run("history", "nobody")).isZero();
    assertThat(cli.out()).contains("Nothing has been done with an environment nobody.");
  }

  @Test
  void what_is_not_deployed_has_no_endpoint() {
    cli.fakes.environments.put(
        Samples.inState("demo", Samples.PRACTICE, new EnvironmentState.Empty()));

    assertThat(cli.run("status", "demo", "--probe")).isEqualTo(1);
    assertThat(cli.out()).contains("there is none: the environment is not deployed");
    assertThat(cli.fakes.probe.asked).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "identity, /identity/account, 000000000000",
    "profiles, /profiles/0/name, work",
    "regions, /regions/1/code, us-west-2",
    "VPCS, /vpcs/0/id, vpc-0123456789abcdef0",
    "subnets, /subnets/0/zone, us-west-2a",
    "instances, /instances/0/name, llama-70b-1",
    "instances, /instances/0/gpu, NVIDIA A10G",
    "ipam_pools, /ipam_pools/0/id, ipam-pool-0a",
  })
  void each_part_of_the_catalogue_can_be_read(String part, String pointer, String value) {
    cli.fakes.catalogs.profiles.add(
        new AwsProfile("work", AwsProfile.Kind.STATIC_KEYS, Optional.empty()));
    cli.fakes.catalog.ipamPools.add(new IpamPool("ipam-pool-0a", "partners", ""));

    assertThat(cli.run("catalog", part, "--practice", "--json")).isZero();

    assertThat(cli.json().at(pointer).asString()).isEqualTo(value);
    assertThat(cli.json().at("/account/kind").asString()).isEqualTo("practice");
  }

  @Test
  void the_whole_catalogue_is_a_table_per_part() {
    assertThat(cli.run("catalog", "--practice")).isZero();

    assertThat(cli.out())
        .contains(
            "VPCs\nId                     Name      CIDR           Default\n",
            "Certificates\nnone\n",
            "subnet-0ddddddddddddddd4  private-a ");
    assertThat(cli.fakes.catalog.calls).as("few may read them").doesNotContain("ipamPools");
  }

  @Test
  void subnets_are_those_of_the_named_vpc() {
    cli.run("catalog", "subnets", "--practice", "--vpc", "vpc-0fedcba9876543210", "--json");
    assertThat(cli.json().get("subnets").size()).isZero();

    assertThat(cli.run("catalog", "subnets", "--practice", "--vpc", "x")).isEqualTo(2);
  }

  @Test
  void an_unreadable_account_fails_the_catalogue() {
    cli.fakes.catalog.failure =
        Optional.of(new CatalogFailure.AccessDenied("ec2:DescribeVpcs", "no"));

    assertThat(cli.run("catalog", "vpcs", "--profile", "ml", "--json")).isEqualTo(1);
    assertThat(cli.json().at("/failures/0/code").asString()).isEqualTo("access_denied");
  }

  @Test
  void the_example_spec_needs_no_home() {
    assertThat(cli.run("spec", "--example")).isZero();

    assertThat(cli.out()).isEqualTo(SpecExample.text());
    assertThat(cli.homes).isEmpty();
  }

  @Test
  void a_spec_is_checked_without_contacting_anything() throws Exception {
    String right = Files.writeString(folder.resolve("a.yaml"), SpecExample.text()).toString();
    String wrong = Files.writeString(folder.resolve("b.yaml"), "port: 80").toString();

    assertThat(cli.run("spec", "--check", right)).isZero();
    assertThat(cli.out()).isEqualTo(right + " is in order.\n");
    assertThat(cli.run("spec", "--check", wrong, "--json")).isEqualTo(2);
    assertThat(cli.json().at("/problems/0/code").asString()).isEqualTo("unknown_field");
    assertThat(cli.homes).isEmpty();
  }

  @Test
  void the_spec_of_an_environment_is_shown() {
    cli.fakes.environments.put(Samples.deployed("demo", Samples.PRACTICE));

    assertThat(cli.run("spec", "--show", "--name", "demo")).isZero();

    assertThat(cli.out()).isEqualTo(SpecFile.write(Samples.spec()));
  }

  @Test
  void spec_wants_exactly_one_wish() {
    assertThat(cli.run("spec")).isEqualTo(2);
    assertThat(cli.run("spec", "--example", "--show")).isEqualTo(2);
    assertThat(cli.err()).contains("Choose one of --example, --check FILE and --show.");
  }
}
