package portico.desktop.wizard.review;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;
import portico.desktop.wizard.draft.Draft;
import portico.model.EnvironmentSpec;
import portico.spec.SpecDiff;

/** How what is wanted differs from what stands; nothing while either is not known. */
final class SpecChanges {
  private SpecChanges() {}

  static ObjectBinding<List<SpecDiff.Line>> of(
      ObservableValue<Optional<EnvironmentSpec>> standing, ObservableValue<Optional<Draft>> draft) {
    return Bindings.createObjectBinding(
        () ->
            standing
                .getValue()
                .flatMap(was -> draft.getValue().map(now -> SpecDiff.of(was, now.spec())))
                .orElse(List.of()),
        standing,
        draft);
  }
}
