package portico.desktop.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import portico.desktop.fx.InlineBackground;
import portico.desktop.text.DesktopText;
import portico.desktop.text.TimeText;
import portico.model.ApiKeyGate;
import portico.model.ConditionSpec;
import portico.operation.OperationFailure;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.testing.FakeServices;
import portico.testing.Samples;
import portico.testing.SecureSamples;

class ApiKeyModelTest {
  private static final ConditionSpec.ApiKey KEY = new ConditionSpec.ApiKey("X-Api-Key", "", "main");

  private final FakeServices fakes = new FakeServices();
  private final ApiKeyModel model =
      new ApiKeyModel(
          SecureSamples.deployed(
              Samples.PROFILE, "vllm", List.of(ApiKeyGate.close(SecureSamples.HTTPS, KEY))),
          KEY,
          fakes.services(),
          new InlineBackground(),
          new ResultText(new TimeText(DesktopText.words(), ZoneOffset.UTC), () -> Samples.NOW));

  ApiKeyModelTest() {
    fakes.keys.keys.put("llama-staging/main", "s3cret");
  }

  @Test
  void the_key_is_hidden_until_it_is_asked_for_and_again_after() {
    assertThat(model.shownProperty().get()).isEmpty();
    model.show();
    assertThat(model.shownProperty().get()).contains("s3cret");
    model.hide();

    assertThat(model.shownProperty().get()).isEmpty();
  }

  @Test
  void copying_shows_nothing() {
    List<String> copied = new ArrayList<>();
    model.withKey(copied::add);

    assertThat(copied).containsExactly("s3cret");
    assertThat(model.shownProperty().get()).isEmpty();
  }

  @Test
  void a_key_that_is_not_here_is_said_to_be_so() {
    fakes.keys.keys.clear();
    model.show();

    assertThat(model.shownProperty().get()).isEmpty();
    assertThat(model.noticeProperty().get().orElseThrow().what())
        .contains("not kept on this machine");
  }

  @Test
  void renewing_deploys_the_environment_as_it_is() {
    model.show();
    List<OperationId> followed = new ArrayList<>();
    model.renew(followed::add);

    assertThat(fakes.keys.keys.get("llama-staging/main"))
        .as("the operation makes the new one, when nothing is in its way")
        .isEqualTo("s3cret");
    assertThat(model.shownProperty().get()).isEmpty();
    assertThat(fakes.operations.started)
        .singleElement()
        .satisfies(
            started -> {
              assertThat(started.kind()).isEqualTo(OperationKind.DEPLOY);
              assertThat(started.renewedKey()).contains("main");
              assertThat(followed).containsExactly(started.id());
            });
  }

  @Test
  void a_deployment_that_is_refused_is_told() {
    fakes.operations.refusal =
        Optional.of(
            new OperationFailure.EnvironmentBusy(
                OptionalLong.empty(), Optional.empty(), Optional.empty()));
    List<OperationId> followed = new ArrayList<>();
    model.renew(followed::add);

    assertThat(followed).isEmpty();
    assertThat(fakes.keys.keys).containsEntry("llama-staging/main", "s3cret");
    assertThat(model.noticeProperty().get()).isPresent();
  }
}
