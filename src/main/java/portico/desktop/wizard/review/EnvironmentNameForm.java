package portico.desktop.wizard.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.Texts;
import portico.environment.Environment;
import portico.environment.EnvironmentState;
import portico.model.EnvironmentName;
import portico.model.EnvironmentSpec;
import portico.model.FieldRules;

/** The name under which a deployment is kept, beside the names of what stands already. */
final class EnvironmentNameForm {
  private final Texts texts;
  private final Optional<EnvironmentName> fixed;
  private final Field field;
  private final ReadOnlyObjectWrapper<Set<String>> taken = new ReadOnlyObjectWrapper<>(Set.of());
  private final ReadOnlyObjectWrapper<Optional<EnvironmentSpec>> standing =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /**
   * @param fixed the name of the environment being changed; empty for a new one
   */
  EnvironmentNameForm(Texts texts, Optional<EnvironmentName> fixed) {
    this.texts = texts;
    this.fixed = fixed;
    field = new Field("wizard-environment-name", texts.get("review.name"), this::fault, taken);
    fixed.ifPresent(name -> field.prefill(name.value()));
  }

  Field field() {
    return field;
  }

  boolean isFixed() {
    return fixed.isPresent();
  }

  /** What is typed, if it can be a name. */
  Optional<EnvironmentName> value() {
    return field.isValid() ? EnvironmentName.parse(field.text()) : Optional.empty();
  }

  /** What stands under the fixed name. */
  ObservableValue<Optional<EnvironmentSpec>> standing() {
    return standing.getReadOnlyProperty();
  }

  /**
   * Takes the environments in, and suggests a free name where none is typed. One without resources
   * may be deployed again under its name.
   *
   * @param suggestion what the free name is made of
   */
  void found(List<Environment> all, Optional<String> suggestion) {
    taken.set(
        all.stream()
            .filter(each -> !(each.state() instanceof EnvironmentState.Empty))
            .map(each -> each.name().value())
            .collect(Collectors.toSet()));
    standing.set(
        all.stream()
            .filter(each -> fixed.equals(Optional.of(each.name())))
            .findFirst()
            .flatMap(Environment::spec));
    if (fixed.isEmpty() && !field.isTouched()) {
      suggestion.ifPresent(from -> field.prefill(NameSuggestion.from(from, taken.get())));
    }
  }

  private Optional<String> fault(String text) {
    if (fixed.isPresent()) {
      return Optional.empty();
    }
    return texts
        .first(FieldRules.environmentName("", text))
        .or(
            () ->
                taken.get().contains(text)
                    ? Optional.of(texts.get("review.name.taken", text))
                    : Optional.empty());
  }
}
