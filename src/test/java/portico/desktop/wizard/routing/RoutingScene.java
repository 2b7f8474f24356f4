package portico.desktop.wizard.routing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import portico.catalog.Vpc;
import portico.desktop.fx.InlineBackground;
import portico.desktop.wizard.draft.NetworkChoice;
import portico.desktop.wizard.draft.Place;
import portico.desktop.wizard.draft.RoutingChoice;
import portico.desktop.wizard.form.Problem;
import portico.desktop.wizard.form.Texts;
import portico.model.ListenerSpec;
import portico.model.Scheme;
import portico.model.TargetGroupSpec;
import portico.testing.FakeCatalog;
import portico.testing.FakeCatalogs;
import portico.testing.Samples;

/** The step of the routing with a network and target groups chosen before it. */
abstract class RoutingScene {
  final FakeCatalog catalog = FakeCatalog.withNetwork();
  final FakeCatalogs catalogs = new FakeCatalogs(catalog);
  Instant now = Samples.NOW;
  final ObjectProperty<Optional<NetworkChoice>> network =
      new SimpleObjectProperty<>(
          Optional.of(
              new NetworkChoice(
                  new Place(Samples.PRACTICE, "us-west-2"),
                  Scheme.INTERNET_FACING,
                  new Vpc("vpc-0123456789abcdef0", "default", "172.31.0.0/16", true),
                  List.of())));
  final ObjectProperty<List<TargetGroupSpec>> groups =
      new SimpleObjectProperty<>(groups("ai-inference-tg"));

  static List<TargetGroupSpec> groups(String... names) {
    return List.of(names).stream().map(RoutingSamples::group).toList();
  }

  RoutingViewModel model() {
    return new RoutingViewModel(
        catalogs, new InlineBackground(), Texts.load(), () -> now, network, groups);
  }

  RoutingViewModel withRules(String... paths) {
    RoutingViewModel model = model();
    RuleList rules = first(model).routes().rules();
    for (String path : paths) {
      value(rules.add(), path);
    }
    return model;
  }

  static void value(RuleForm rule, String text) {
    rule.conditions().getFirst().values().getFirst().value().textProperty().set(text);
  }

  static ListenerForm first(RoutingViewModel model) {
    return model.listeners().getFirst();
  }

  static List<ListenerSpec> listeners(RoutingViewModel model) {
    return model.choice().getValue().map(RoutingChoice::listeners).orElse(List.of());
  }

  static String problem(RoutingViewModel model) {
    return model.problem().getValue().map(Problem::text).orElse("");
  }
}
