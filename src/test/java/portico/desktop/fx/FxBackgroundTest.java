package portico.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class FxBackgroundTest {
  private final CompletableFuture<Throwable> reported = new CompletableFuture<>();
  private final FxBackground background = new FxBackground(reported::complete);

  @Test
  void work_runs_off_the_fx_thread_and_its_result_arrives_on_it() throws Exception {
    CompletableFuture<Boolean> workOnFx = new CompletableFuture<>();
    CompletableFuture<Boolean> resultOnFx = new CompletableFuture<>();

    background.run(
        () -> workOnFx.complete(Platform.isFxApplicationThread()),
        done -> resultOnFx.complete(Platform.isFxApplicationThread()));

    assertThat(resultOnFx.get(5, TimeUnit.SECONDS)).isTrue();
    assertThat(workOnFx.get(5, TimeUnit.SECONDS)).isFalse();
  }

  @Test
  void an_exception_of_the_work_is_reported() throws Exception {
    background.run(
        () -> {
          throw new IllegalStateException("work");
        },
        never -> {});

    assertThat(reported.get(5, TimeUnit.SECONDS)).hasMessage("work");
  }

  @Test
  void an_exception_of_what_follows_is_reported() throws Exception {
    background.run(
        () -> 1,
        one -> {
          throw new IllegalStateException("then");
        });

    assertThat(reported.get(5, TimeUnit.SECONDS)).hasMessage("then");
  }

  @Test
  void an_exception_at_a_pulse_is_reported_and_the_action_runs_once() throws Exception {
    background.onPulse(
        () -> {
          throw new IllegalStateException("pulse");
        });

    assertThat(reported.get(5, TimeUnit.SECONDS)).hasMessage("pulse");
  }
}
