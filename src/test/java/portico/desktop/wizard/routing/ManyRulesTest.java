package portico.desktop.wizard.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import portico.desktop.fx.InlineBackground;
import portico.desktop.wizard.draft.NetworkChoice;
import portico.desktop.wizard.form.Texts;
import portico.model.ActionSpec;
import portico.model.ConditionSpec;
import portico.model.ListenerRuleSpec;
import portico.model.ListenerSpec;
import portico.model.Protocol;
import portico.model.TargetGroupSpec;
import portico.testing.FakeCatalog;
import portico.testing.FakeCatalogs;
import portico.testing.Samples;

class ManyRulesTest {
  static RoutingViewModel hundred() {
    List<TargetGroupSpec> groups = List.of(RoutingSamples.group("vllm"));
    RoutingViewModel model =
        new RoutingViewModel(
            new FakeCatalogs(new FakeCatalog()),
            new InlineBackground(),
            Texts.load(),
            () -> Samples.NOW,
            new SimpleObjectProperty<Optional<NetworkChoice>>(Optional.empty()),
            new SimpleObjectProperty<>(groups));
    List<ListenerRuleSpec> rules = new ArrayList<>();
    for (int number = 1; number <= 100; number++) {
      rules.add(
          new ListenerRuleSpec(
              "model " + number,
              10 * number,
              List.of(
                  new ConditionSpec.PathPattern(List.of("/models/" + number + "/*")),
                  new ConditionSpec.HostHeader(List.of("api.example.com"))),
              ActionSpec.Forward.to("vllm")));
    }
    model.prefill(
        List.of(
            new ListenerSpec(
                "many",
                Protocol.HTTP,
                80,
                Optional.empty(),
                ActionSpec.Forward.to("vllm"),
                rules)));
    return model;
  }

  @Test
  void a_key_pressed_among_a_hundred_rules_is_one_change() {
    RoutingViewModel model = hundred();
    RuleForm rule = model.listeners().getFirst().routes().rules().rules().get(50);
    int before = model.forms().changes().get();

    rule.conditions().getFirst().values().getFirst().value().textProperty().set("/models/x");

    assertThat(model.forms().changes().get()).isEqualTo(before + 1);
    assertThat(model.choice().getValue().orElseThrow().listeners().getFirst().rules()).hasSize(100);
  }

  @Test
  void moving_one_of_a_hundred_rules_is_one_change() {
    RoutingViewModel model = hundred();
    RuleList rules = model.listeners().getFirst().routes().rules();
    int before = model.forms().changes().get();

    rules.move(rules.rules().get(50), 1);

    assertThat(model.forms().changes().get()).isEqualTo(before + 1);
  }
}
