package portico.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import portico.catalog.AwsProfile;
import portico.catalog.CloudAccount;
import portico.environment.EnvironmentState;
import portico.model.SpecDefaults;
import portico.operation.OperationKind;
import portico.operation.OperationRequest;
import portico.operation.ProviderKind;
import portico.testing.Samples;

class DeployTest extends DeployScene {
  @Test
  void without_a_spec_the_smallest_environment_is_deployed() {
    assertThat(cli.run("deploy", "--practice", "--name", "demo", "--yes")).isZero();

    OperationRequest request = onlyStarted();
    assertThat(request.kind()).isEqualTo(OperationKind.DEPLOY);
    assertThat(request.environment().value()).isEqualTo("demo");
    assertThat(request.account()).isEqualTo(Samples.PRACTICE);
    assertThat(request.provider()).isEqualTo(ProviderKind.BUNDLED);
    assertThat(request.spec())
        .isEqualTo(
            SpecDefaults.smallest(
                "us-west-2",
                "vpc-0123456789abcdef0",
                List.of("subnet-0aaaaaaaaaaaaaaa1", "subnet-0bbbbbbbbbbbbbbb2"),
                List.of("203.0.113.7/32")));
    assertThat(cli.fakes.catalog.closed).isTrue();
    assertThat(cli.fakes.practice.closed).isTrue();
  }

  @Test
  void the_last_line_is_json_with_and_without_the_option() {
    cli.run("deploy", "--practice", "--name", "demo", "--yes");

    assertThat(cli.out().lines().toList().getLast())
        .isEqualTo(
            "{\"outcome\":\"succeeded\",\"environment\":\"demo\",\"operation\":\"deploy\","
                + "\"operation_id\":\""
                + Samples.id(1000)
                + "\",\"outputs\":{\"load_balancer_dns_name\":\""
                + Samples.DNS_NAME
                + "\",\"security_group_id\":\"sg-0d5a3f7e1c2b49860\",\"target_group_arn\":\""
                + Samples.TARGET_GROUP_ARN
                + "\"},\"changes\":{\"create\":6},\"duration_seconds\":20.0}");
    assertThat(cli.out()).startsWith("demo is deployed after 20 s: 6 create.\n");
  }

  @Test
  void with_json_nothing_else_is_on_standard_output() {
    cli.run("deploy", "--practice", "--name", "demo", "--yes", "--json");

    assertThat(cli.out().lines()).hasSize(1);
    assertThat(cli.json().get("outcome").asString()).isEqualTo("succeeded");
  }

  @Test
  void progress_and_the_account_are_on_standard_error() {
    cli.run("deploy", "--practice", "--name", "demo", "--yes");

    assertThat(cli.err().lines().filter(line -> !line.startsWith("warning ")))
        .containsExactlyElementsOf(
            """
            Using practice (simulated AWS on this machine; nothing is real and nothing costs), \
            region us-west-2, bundled provider.
              create Load balancer ai-inference-lb
              done: create Load balancer ai-inference-lb (12 s)
            """
                .lines()
                .toList());
  }

  @Test
  void a_spec_file_is_resolved_and_deployed() throws Exception {
    String spec = file("region: us-east-1\nloadBalancer: {name: llama}\n");

    assertThat(cli.run("deploy", "--profile", "ml", "--name", "a", "--spec", spec, "--yes"))
        .isZero();

    OperationRequest request = onlyStarted();
    assertThat(request.account()).isEqualTo(new CloudAccount.Profile(Optional.of("ml")));
    assertThat(request.provider()).isEqualTo(ProviderKind.OFFICIAL);
    assertThat(request.spec().region()).isEqualTo("us-east-1");
    assertThat(request.spec().loadBalancer().name()).isEqualTo("llama");
    assertThat(cli.fakes.catalogs.opened.getFirst().region()).isEqualTo("us-east-1");
  }

  @Test
  void a_hyphen_reads_the_spec_from_standard_input() {
    cli.input = "loadBalancer: {name: piped}";

    assertThat(cli.run("deploy", "--practice", "--name", "a", "--spec", "-", "--yes")).isZero();

    assertThat(onlyStarted().spec().loadBalancer().name()).isEqualTo("piped");
  }

  @Test
  void an_endpoint_serves_sdk_and_provider() {
    cli.run("deploy", "--endpoint", "http://127.0.0.1:5000/", "--name", "a", "--yes");

    assertThat(onlyStarted().account())
        .isEqualTo(
            new CloudAccount.Endpoint(URI.create("http://127.0.0.1:5000"), Optional.empty()));
    assertThat(onlyStarted().provider()).isEqualTo(ProviderKind.BUNDLED);
  }

  @Test
  void the_provider_can_be_chosen() {
    cli.run("deploy", "--practice", "--provider", "official", "--name", "a", "--yes");

    assertThat(onlyStarted().provider()).isEqualTo(ProviderKind.OFFICIAL);
  }

  @Test
  void without_any_account_option_the_default_credentials_count() {
    cli.variables.put("AWS_PROFILE", "work");
    cli.fakes.catalogs.profiles.add(
        new AwsProfile("work", AwsProfile.Kind.STATIC_KEYS, Optional.of("eu-west-3")));

    cli.run("deploy", "--name", "a", "--yes");

    assertThat(onlyStarted().account()).isEqualTo(new CloudAccount.Profile(Optional.empty()));
    assertThat(onlyStarted().spec().region()).isEqualTo("eu-west-3");
    assertThat(cli.err()).contains("Using AWS with the default credentials, region eu-west-3");
  }

  @Test
  void an_existing_environment_is_deployed_again_as_it_was() {
    cli.fakes.environments.put(Samples.deployed("demo", Samples.ENDPOINT));

    assertThat(cli.run("deploy", "--name", "demo", "--yes")).isZero();

    assertThat(onlyStarted().spec()).isEqualTo(Samples.spec());
    assertThat(onlyStarted().account()).isEqualTo(Samples.ENDPOINT);
    assertThat(cli.fakes.catalog.calls)
        .as("its own names are no names taken")
        .doesNotContain("loadBalancer", "targetGroupExists");
  }

  @Test
  void an_existing_environment_does_not_move() throws Exception {
    cli.fakes.environments.put(Samples.deployed("demo", Samples.PRACTICE));

    assertThat(cli.run("deploy", "--profile", "ml", "--name", "demo", "--yes", "--json"))
        .isEqualTo(2);
    assertThat(cli.json().at("/failures/0/code").asString()).isEqualTo("stands_elsewhere");
    String spec = file("region: us-east-1");
    assertThat(cli.run("deploy", "--name", "demo", "--spec", spec, "--yes")).isEqualTo(2);
    assertThat(cli.err())
        .contains("The resources of demo stand in: us-west-2. Asked for is: us-east-1.");
    assertThat(cli.fakes.operations.started).isEmpty();
  }

  @Test
  void a_destroyed_environment_may_move() throws Exception {
    cli.fakes.environments.put(
        Samples.inState("demo", Samples.PRACTICE, new EnvironmentState.Empty()));
    String spec = file("region: us-east-1");

    assertThat(cli.run("deploy", "--profile", "ml", "--name", "demo", "--spec", spec, "--yes"))
        .isZero();
  }

  @Test
  void names_of_a_new_environment_must_be_free() {
    cli.fakes.catalog.targetGroups.add("ai-inference-tg");

    assertThat(cli.run("deploy", "--practice", "--name", "demo", "--yes")).isEqualTo(2);

    assertThat(cli.err())
        .contains("targetGroups[0].name: A target group named \"ai-inference-tg\" is already");
    assertThat(cli.json().at("/problems/0/code").asString()).isEqualTo("name_taken");
  }
}
