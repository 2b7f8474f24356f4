package portico.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import portico.service.Practice.ServedListener;

@Timeout(30)
class ServeTest {
  private final CliRun cli = new CliRun();

  @Test
  void it_tells_what_to_set_and_which_listeners_come_and_go_until_ctrl_c() {
    var practice = cli.fakes.practice;
    var listener =
        new ServedListener(
            "demo", "demo-1.elb.localhost", 80, URI.create("http://127.0.0.1:18080"));
    practice.listeners.add(listener);
    practice.onListeners =
        () -> {
          if (cli.out().contains("no longer")) {
            cli.interrupts.press();
          } else if (cli.out().contains("is reached")) {
            practice.listeners.clear();
          }
        };

    assertThat(cli.run("practice", "serve", "--port", "4599")).isZero();
    assertThat(cli.out())
        .contains(
            "export AWS_ENDPOINT_URL=http://127.0.0.1:4599",
            "export AWS_ACCESS_KEY_ID=practice",
            "demo port 80 is reached at http://127.0.0.1:18080",
            "demo port 80 is no longer reached at http://127.0.0.1:18080");
    assertThat(practice.serving).isFalse();
    assertThat(cli.interrupts.isWatched()).isFalse();
  }

  @Test
  void json_is_one_line_at_the_start() {
    cli.fakes.practice.onListeners = cli.interrupts::press;

    assertThat(cli.run("practice", "serve", "--port", "4599", "--json")).isZero();
    assertThat(cli.json().at("/endpoint").asString()).isEqualTo("http://127.0.0.1:4599");
    assertThat(cli.json().at("/environment_variables/AWS_REGION").asString())
        .isEqualTo("us-west-2");
  }

  @Test
  void a_port_that_cannot_be_had_is_wrong_input() {
    cli.fakes.practice.refusal = Optional.of(new IOException("Address already in use"));

    assertThat(cli.run("practice", "serve", "--port", "4599")).isEqualTo(2);
    assertThat(cli.err()).contains("4599", "Address already in use");
    assertThat(cli.run("practice", "serve", "--port", "70000")).isEqualTo(2);
  }
}
