package portico.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import portico.operation.OperationFailure;
import portico.operation.OperationKind;
import portico.operation.OperationRequest;
import portico.operation.Outcome;

/** The preview and the question before a deployment. */
class DeployQuestionTest extends DeployScene {
  @Test
  void without_yes_and_without_terminal_nothing_is_contacted() {
    assertThat(cli.run("deploy", "--practice", "--name", "demo")).isEqualTo(2);

    assertThat(cli.err())
        .isEqualTo(
            """
            This would change AWS, and there is no terminal to ask on.
            Nothing was changed.
            Add --yes to go ahead without asking.
            """);
    assertThat(cli.fakes.catalogs.opened).isEmpty();
  }

  @Test
  void without_yes_the_preview_comes_first_and_someone_is_asked() {
    cli.interactive = true;
    cli.input = "y\n";

    assertThat(cli.run("deploy", "--practice", "--name", "demo")).isZero();

    assertThat(cli.fakes.operations.started)
        .extracting(OperationRequest::kind)
        .containsExactly(OperationKind.PREVIEW, OperationKind.DEPLOY);
    assertThat(cli.err())
        .contains(
            """
            Step    Resource       Name             Changes
            create  Load balancer  ai-inference-lb
            Deploy demo to practice (simulated AWS on this machine; nothing is real and nothing\
             costs)? [y/N]\s""");
  }

  @Test
  void any_other_answer_is_a_no() {
    cli.interactive = true;
    for (String answer : List.of("", "\n", "n\n", "yesterday\n")) {
      cli.input = answer;

      assertThat(cli.run("deploy", "--practice", "--name", "demo")).isEqualTo(130);
    }
    assertThat(cli.fakes.operations.started)
        .extracting(OperationRequest::kind)
        .containsOnly(OperationKind.PREVIEW);
    assertThat(cli.json().at("/outcome").asString()).isEqualTo("cancelled");
  }

  @Test
  void a_preview_that_fails_ends_the_deploy() {
    cli.interactive = true;
    cli.operations.script(
        OperationKind.PREVIEW,
        id ->
            cli.fakes.operations.finish(
                id, new Outcome.Failed(List.of(new OperationFailure.EngineError(255, "boom")), 0)));

    assertThat(cli.run("deploy", "--practice", "--name", "demo")).isEqualTo(1);
    assertThat(cli.fakes.operations.started).hasSize(1);
  }
}
