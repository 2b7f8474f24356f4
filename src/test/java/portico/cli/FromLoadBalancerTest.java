package portico.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.spec.SpecAnswer;
import portico.spec.SpecFile;
import portico.testing.Samples;

class FromLoadBalancerTest {
  private final CliRun cli = new CliRun();

  @TempDir Path folder;

  @BeforeEach
  void one() {
    cli.fakes.catalogs.catalog.existing.add(Samples.found());
  }

  @Test
  void the_spec_goes_to_standard_output_and_what_it_cannot_say_to_standard_error() {
    assertThat(cli.run("spec", "from-load-balancer", "shop", "--practice")).isZero();

    assertThat(SpecFile.read(cli.out())).isInstanceOf(SpecAnswer.Read.class);
    assertThat(cli.out())
        .startsWith("# Read from load balancer shop")
        .contains("name: ai-inference-lb-new");
    assertThat(cli.err())
        .contains("To be decided:\n- At listener http callers have to sign in (authenticate-oidc)")
        .contains("Load balancer shop was read and not touched.");
  }

  @Test
  void a_machine_gets_spec_and_remarks() {
    assertThat(cli.run("spec", "from-load-balancer", "shop", "--practice", "--json")).isZero();

    assertThat(cli.json().at("/remarks/0/code").asString()).isEqualTo("sign_in");
    assertThat(cli.json().at("/remarks/0/weight").asString()).isEqualTo("decide");
    assertThat(cli.json().at("/problems").size()).isZero();
    assertThat(SpecFile.read(cli.json().at("/spec").asString()))
        .isInstanceOf(SpecAnswer.Read.class);
  }

  @Test
  void a_file_is_written_and_never_overwritten_unasked() throws Exception {
    Path file = folder.resolve("shop.yaml");
    String[] command = {
      "spec", "from-load-balancer", "shop", "--practice", "--output", file.toString()
    };

    assertThat(cli.run(command)).isZero();
    assertThat(SpecFile.read(Files.readString(file))).isInstanceOf(SpecAnswer.Read.class);

    assertThat(cli.run(command)).isEqualTo(2);
    assertThat(cli.err()).contains("is there already");
  }

  @Test
  void one_that_is_not_there_is_told() {
    assertThat(cli.run("spec", "from-load-balancer", "other", "--practice")).isEqualTo(1);

    assertThat(cli.err()).contains("LoadBalancerNotFound");
  }

  @Test
  void the_catalogue_lists_load_balancers() {
    assertThat(cli.run("catalog", "load_balancers", "--practice")).isZero();

    assertThat(cli.out()).contains("shop", "internet-facing", "active");
  }
}
