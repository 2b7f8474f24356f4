package portico.desktop.wizard.routing;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.Problem;
import portico.model.WeightedTargetGroup;

/** A target group that requests are forwarded to, and its weight. */
final class ShareForm {
  private final Forms forms;
  private final String id;
  private final ReadOnlyObjectWrapper<String> group;
  private final Field weight;
  private final StringBinding message;

  ShareForm(Forms forms, WeightedTargetGroup start) {
    this.forms = forms;
    id = forms.id("forward");
    group = forms.heard(new ReadOnlyObjectWrapper<>(start.targetGroup()));
    weight =
        forms.field(id + "-weight", forms.texts().get("routing.weight"), forms.faults()::weight);
    weight.prefill(String.valueOf(start.weight()));
    message =
        Bindings.createStringBinding(
            () -> isGone() ? forms.texts().get("routing.group.gone", group.get()) : "",
            forms.changes());
  }

  /** Intent id of the choice of the group. */
  String id() {
    return id;
  }

  ReadOnlyObjectProperty<String> groupProperty() {
    return group.getReadOnlyProperty();
  }

  String group() {
    return group.get();
  }

  void choose(String name) {
    group.set(name);
  }

  Field weight() {
    return weight;
  }

  /** The group is not among the target groups any more. */
  boolean isGone() {
    return forms.groups().isGone(group.get());
  }

  /** What is wrong with the choice of the group; an empty text when nothing is. */
  ObservableValue<String> message() {
    return message;
  }

  /** The weight as a number; 0 while it is none. */
  int weightNow() {
    return weight.isValid() ? weight.number().orElse(0) : 0;
  }

  Optional<Problem> problem() {
    if (group.get().isEmpty()) {
      return Optional.of(new Problem(id, forms.texts().get("routing.group.none")));
    }
    if (isGone()) {
      return Optional.of(new Problem(id, forms.texts().get("routing.group.gone", group.get())));
    }
    return weight.problem();
  }

  Optional<WeightedTargetGroup> spec() {
    return weight.isValid()
        ? Optional.of(new WeightedTargetGroup(group.get(), weight.number().orElseThrow()))
        : Optional.empty();
  }
}
