package portico.desktop.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.desktop.fx.InlineBackground;
import portico.environment.Environment;
import portico.environment.EnvironmentState;
import portico.proof.ProofStep;
import portico.proof.ProofStore;
import portico.proof.ProofVerdict;
import portico.proof.Streaming;
import portico.testing.FakeServices;
import portico.testing.ManualBackground;
import portico.testing.Samples;

class ProofViewModelTest {
  private static final Environment DEPLOYED = Samples.deployed("llama-staging", Samples.PRACTICE);

  private final FakeServices fakes = new FakeServices();
  private final InstantSource clock = InstantSource.fixed(Samples.NOW);

  private ProofViewModel model() {
    ProofViewModel model = new ProofViewModel(fakes.services(), new InlineBackground(), clock);
    model.show(DEPLOYED);
    return model;
  }

  @Test
  void a_proof_is_shown_kept_and_shown_again_when_the_page_is_opened_next() {
    ProofViewModel model = model();
    assertThat(model.reportProperty().get()).isEmpty();
    model.prove();

    assertThat(model.steps()).isEqualTo(fakes.proof.steps);
    assertThat(model.reportProperty().get().orElseThrow().verdict().grade())
        .isEqualTo(ProofVerdict.Grade.PROVEN);
    assertThat(model.reportProperty().get().orElseThrow().practice()).isTrue();
    assertThat(fakes.proofs.reports).hasSize(1);
    assertThat(model().steps()).isEqualTo(fakes.proof.steps);
  }

  @Test
  void steps_appear_as_they_end_and_the_button_waits() {
    ManualBackground background = new ManualBackground();
    ProofViewModel model = new ProofViewModel(fakes.services(), background, clock);
    model.show(DEPLOYED);
    background.runAll();
    model.prove();

    assertThat(model.runningProperty().get()).isTrue();
    assertThat(model.readyBinding().get()).isFalse();
    fakes.proof.beforeStep = () -> {};
    background.runAll();
    assertThat(model.runningProperty().get()).isFalse();
    assertThat(model.workingProperty().get()).isEmpty();
    assertThat(model.steps()).isEqualTo(fakes.proof.steps);
  }

  @Test
  void what_is_being_asked_is_told_with_the_time_since() {
    ProofViewModel model = model();
    fakes.proof.beforeStep =
        () -> {
          if (model.steps().size() == 2) {
            assertThat(model.runningProperty().get()).isTrue();
            assertThat(model.steps()).isEqualTo(fakes.proof.steps.subList(0, 2));
            assertThat(model.elapsed()).isEqualTo(Duration.ZERO);
          }
        };
    model.prove();

    assertThat(model.steps()).hasSize(5);
  }

  @Test
  void cancelling_reports_what_was_found_until_then() {
    ProofViewModel model = model();
    fakes.proof.beforeStep =
        () -> {
          if (model.steps().size() == 3) {
            model.cancel();
          }
        };
    model.prove();

    assertThat(model.steps().getLast())
        .isInstanceOfSatisfying(
            ProofStep.Skipped.class,
            step -> assertThat(step.why()).isEqualTo(ProofStep.Why.CANCELLED));
    assertThat(fakes.proofs.reports).hasSize(1);
  }

  @Test
  void the_silence_is_usual_unless_seconds_are_given() {
    ProofViewModel model = model();
    model.prove();
    model.settings().secondsProperty().set("7");
    model.prove();
    model.settings().silentProperty().set(false);
    model.prove();

    int idle = DEPLOYED.spec().orElseThrow().loadBalancer().attributes().idleTimeoutSeconds();
    assertThat(fakes.proof.asked)
        .extracting(each -> each.silence())
        .containsExactly(
            Optional.of(Duration.ofSeconds(Math.min(90, idle - 5))),
            Optional.of(Duration.ofSeconds(7)),
            Optional.empty());
  }

  @Test
  void a_silence_out_of_range_cannot_be_asked_for() {
    ProofViewModel model = model();
    for (String wrong : List.of("0", "4101")) {
      model.settings().secondsProperty().set(wrong);
      assertThat(model.readyBinding().get()).as(wrong).isFalse();
    }
    model.settings().secondsProperty().set("4100");
    assertThat(model.readyBinding().get()).isTrue();
  }

  @Test
  void a_request_of_the_users_own_is_asked_in_place_of_the_usual_one() {
    ProofViewModel model = model();
    model.settings().own().wantedProperty().set(true);
    model.settings().own().pathProperty().set("/predict");
    model.settings().own().headersProperty().set("Accept: text/event-stream\n\nX-Run:  7 ");
    model.prove();
    model.settings().own().bodyProperty().set("{}");
    model.prove();
    model.settings().streamProperty().set(false);
    model.prove();

    assertThat(fakes.proof.asked.get(0).stream())
        .isInstanceOfSatisfying(
            Streaming.Ask.class,
            ask -> {
              assertThat(ask.method()).isEqualTo("GET");
              assertThat(ask.path()).isEqualTo("/predict");
              assertThat(ask.headers()).extracting(each -> each.value()).contains("7");
            });
    assertThat(((Streaming.Ask) fakes.proof.asked.get(1).stream()).method()).isEqualTo("POST");
    assertThat(fakes.proof.asked.get(2).stream()).isInstanceOf(Streaming.NotAsked.class);
  }

  @Test
  void a_malformed_request_cannot_be_asked() {
    ProofViewModel model = model();
    model.settings().own().wantedProperty().set(true);
    model.settings().own().pathProperty().set("no-slash");
    assertThat(model.readyBinding().get()).isFalse();
    model.settings().own().pathProperty().set("/right");
    model.settings().own().headersProperty().set("no colon");
    assertThat(model.readyBinding().get()).isFalse();
    model.settings().streamProperty().set(false);
    assertThat(model.readyBinding().get()).isTrue();
  }

  @Test
  void without_a_load_balancer_there_is_nothing_to_ask() {
    ProofViewModel model = new ProofViewModel(fakes.services(), new InlineBackground(), clock);
    assertThat(model.readyBinding().get()).isFalse();
    model.show(Samples.inState("gone", Samples.PRACTICE, new EnvironmentState.Empty()));
    model.prove();

    assertThat(fakes.proof.asked).isEmpty();
  }

  @Test
  void a_report_that_cannot_be_kept_is_shown_all_the_same() {
    fakes.proofs.refusal = Optional.of("no space left");
    ProofViewModel model = model();
    model.prove();

    assertThat(model.reportProperty().get()).isPresent();
    assertThat(model.savedProperty().get().orElseThrow().failure()).isEqualTo("no space left");
  }

  @Test
  void the_report_is_saved_as_markdown_or_json_by_the_files_name(@TempDir Path folder)
      throws IOException {
    ProofViewModel model = model();
    model.prove();
    model.save(folder.resolve("proof.md"));
    model.save(folder.resolve("proof.json"));

    assertThat(Files.readString(folder.resolve("proof.md")))
        .startsWith("# Proof of service: llama-staging")
        .contains("Practice: AWS is simulated", "| Stream | **ok** 24 events");
    assertThat(Files.readString(folder.resolve("proof.json"))).contains("\"grade\" : \"PROVEN\"");
    model.save(folder.resolve("no-such-folder/proof.md"));
    assertThat(model.savedProperty().get().orElseThrow().failure()).isNotEmpty();
  }

  // --- By itself after a deployment

  private ProofViewModel afterDeployment() {
    ProofViewModel model = new ProofViewModel(fakes.services(), new InlineBackground(), clock);
    model.show(ProofDueTest.changed(Samples.NOW.minusSeconds(20)));
    return model;
  }

  @Test
  void after_a_deployment_the_proof_begins_when_the_service_can_answer_and_only_once() {
    ProofViewModel model = afterDeployment();
    assertThat(model.dueProperty().get()).isEqualTo(ProofDue.WHEN_ANSWERING);
    assertThat(fakes.proof.asked).isEmpty();
    model.answering();
    model.answering();
    afterDeployment().answering();

    assertThat(fakes.proof.asked).hasSize(1);
    assertThat(model.dueProperty().get()).isEqualTo(ProofDue.NO);
    assertThat(model.reportProperty().get()).isPresent();
  }

  @Test
  void it_begins_too_when_the_answer_comes_before_the_reports_are_read() {
    ProofViewModel model = new ProofViewModel(fakes.services(), new InlineBackground(), clock);
    model.answering();
    model.show(ProofDueTest.changed(Samples.NOW.minusSeconds(20)));

    assertThat(fakes.proof.asked).hasSize(1);
  }

  @Test
  void the_long_silence_is_left_to_the_user() {
    ProofViewModel model = afterDeployment();
    model.answering();
    model.prove();

    assertThat(fakes.proof.asked.get(0).silence()).isEmpty();
    assertThat(fakes.proof.asked.get(1).silence()).isPresent();
  }

  @Test
  void an_older_environment_and_one_without_targets_are_not_asked_unbidden() {
    ProofViewModel older = model();
    older.answering();
    ProofViewModel bare = new ProofViewModel(fakes.services(), new InlineBackground(), clock);
    bare.show(ProofDueTest.changed(Samples.NOW, ProofDueTest::bare));
    bare.answering();

    assertThat(fakes.proof.asked).isEmpty();
    assertThat(bare.dueProperty().get()).isEqualTo(ProofDue.NO_TARGETS);
    assertThat(bare.readyBinding().get()).isTrue();
  }

  @Test
  void a_report_that_cannot_be_kept_does_not_make_it_begin_again() {
    fakes.proofs.refusal = Optional.of("no space left");
    ProofViewModel model = afterDeployment();
    model.answering();
    model.show(ProofDueTest.changed(Samples.NOW.minusSeconds(20)));

    assertThat(fakes.proof.asked).hasSize(1);
  }

  @Test
  void a_proof_by_hand_takes_the_place_of_the_one_that_was_due() {
    ProofViewModel model = afterDeployment();
    model.prove();
    model.answering();

    assertThat(fakes.proof.asked).hasSize(1);
  }

  // --- Earlier reports

  @Test
  void every_kept_report_can_be_shown_and_saved(@TempDir Path folder) throws IOException {
    ProofViewModel model = model();
    model.prove();
    fakes.proof.steps = fakes.proof.steps.subList(0, 2);
    model.prove();
    assertThat(model.kept()).isEqualTo(fakes.proofs.reports).hasSize(2);
    assertThat(model.steps()).hasSize(2);
    model.choose(model.kept().get(1));
    model.save(folder.resolve("first.json"));

    assertThat(model.steps()).hasSize(5);
    assertThat(model.reportProperty().get()).contains(model.kept().get(1));
    assertThat(Files.readString(folder.resolve("first.json"))).contains("\"grade\" : \"PROVEN\"");
    assertThat(model().kept()).hasSize(2);
  }

  @Test
  void no_more_are_listed_than_are_kept() {
    ProofViewModel model = model();
    for (int proof = 0; proof < ProofStore.KEPT + 2; proof++) {
      model.prove();
    }

    assertThat(model.kept()).hasSize(ProofStore.KEPT);
    assertThat(model.reportProperty().get()).contains(model.kept().getFirst());
  }

  @Test
  void no_other_report_is_shown_while_one_is_being_made() {
    model().prove();
    ManualBackground background = new ManualBackground();
    ProofViewModel model = new ProofViewModel(fakes.services(), background, clock);
    model.show(DEPLOYED);
    background.runAll();
    model.prove();
    model.choose(model.kept().getFirst());

    assertThat(model.reportProperty().get()).isEmpty();
    assertThat(model.steps()).isEmpty();
  }

  @Test
  void a_report_s_file_is_named_for_the_minute_of_its_proof() {
    ProofViewModel model = model();
    model.prove();

    assertThat(ProofFile.name(model.kept().getFirst()))
        .isEqualTo("llama-staging-proof-20261123-1530.md");
  }
}
