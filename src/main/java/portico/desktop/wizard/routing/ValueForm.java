package portico.desktop.wizard.routing;

import java.util.Optional;
import java.util.function.Supplier;
import portico.desktop.wizard.form.Field;

/** One value that a condition compares with; of a parameter also its key. */
final class ValueForm {
  private final Field key;
  private final Field value;

  ValueForm(Forms forms, Supplier<ConditionKind> kind) {
    String id = forms.id("value");
    key =
        forms.comparedField(
            id + "-key",
            forms.texts().get("routing.query.key"),
            text ->
                kind.get() == ConditionKind.QUERY
                    ? forms.faults().queryKey(text)
                    : Optional.empty());
    value =
        forms.comparedField(
            id, forms.texts().get("routing.value"), text -> forms.faults().value(kind.get(), text));
  }

  Field key() {
    return key;
  }

  Field value() {
    return value;
  }

  boolean isValid() {
    return key.isValid() && value.isValid();
  }
}
