package portico.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.Outcome;
import portico.testing.Samples;

class InterruptTest {
  private final CliRun cli = new CliRun();
  private final OperationId id = Samples.id(1000);

  private int deploy() {
    return cli.run("deploy", "--practice", "--name", "demo", "--yes");
  }

  @Test
  void the_first_press_asks_the_worker_to_cancel_and_waits_for_it() {
    cli.operations.script(
        OperationKind.DEPLOY,
        each -> {
          cli.interrupts.press();
          cli.fakes.operations.finish(each, new Outcome.Cancelled(3));
        });

    assertThat(deploy()).isEqualTo(130);

    assertThat(cli.fakes.operations.cancelled).containsExactly(id);
    assertThat(cli.err()).contains("Cancelling: steps at work are finished", "3 resources exist.");
    assertThat(cli.json().at("/outcome").asString()).isEqualTo("cancelled");
    assertThat(cli.json().at("/failures/0/code").asString()).isEqualTo("cancelled");
  }

  @Test
  void the_second_press_stops_at_once() {
    cli.operations.script(
        OperationKind.DEPLOY,
        each -> {
          cli.interrupts.press();
          cli.interrupts.press();
          cli.fakes.operations.finish(each, new Outcome.Cancelled(-1));
        });

    assertThat(deploy()).isEqualTo(130);

    assertThat(cli.fakes.operations.cancelled).containsExactly(id, id);
    assertThat(cli.err()).contains("Stopping at once.", "Resources may exist.");
  }

  @Test
  void the_third_press_leaves_the_worker_alone() {
    cli.operations.script(
        OperationKind.DEPLOY,
        each -> {
          cli.interrupts.press();
          cli.interrupts.press();
          cli.interrupts.press();
        });

    assertThat(deploy()).isEqualTo(130);

    assertThat(cli.fakes.operations.cancelled).hasSize(2);
    assertThat(cli.fakes.operations.followers(id)).isZero();
    assertThat(cli.json().at("/failures/0/code").asString()).isEqualTo("still_running");
    assertThat(cli.err()).contains("\"portico status demo\" shows how it goes on.");
  }

  @Test
  void a_cancel_that_comes_too_late_is_a_success() {
    cli.operations.script(
        OperationKind.DEPLOY,
        each -> {
          cli.interrupts.press();
          cli.succeed(each);
        });

    assertThat(deploy()).isZero();
  }

  @Test
  void ctrl_c_is_watched_only_while_an_operation_is_followed() {
    assertThat(cli.interrupts.isWatched()).isFalse();
    cli.operations.script(
        OperationKind.DEPLOY,
        each -> {
          assertThat(cli.interrupts.isWatched()).isTrue();
          cli.succeed(each);
        });

    assertThat(deploy()).isZero();

    assertThat(cli.interrupts.isWatched()).isFalse();
  }

  @Test
  void sigint_of_the_process_reaches_the_action() throws Exception {
    CountDownLatch pressed = new CountDownLatch(1);
    try (var _ = new ProcessInterrupts().onInterrupt(pressed::countDown)) {
      raiseSigint();
      assertThat(pressed.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static void raiseSigint() throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    signal
        .getMethod("raise", signal)
        .invoke(null, signal.getConstructor(String.class).newInstance("INT"));
  }
}
