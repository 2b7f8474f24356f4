package portico.desktop.wizard.routing;

import java.util.Optional;
import java.util.function.Supplier;
import portico.desktop.wizard.form.Field;

/** One value that a condition compares with; of a parameter also its key. */
final class ValueForm {
  /** The last answer: the rule is asked at every change of any field. */
  private record Judged(ConditionKind kind, String text, Optional<String> fault) {}

  private final Field key;
  private final Field value;
  private final Forms forms;
  private final Supplier<ConditionKind> kind;
  private Judged judged = new Judged(ConditionKind.API_KEY, "", Optional.empty());

  ValueForm(Forms forms, Supplier<ConditionKind> kind) {
    this.forms = forms;
    this.kind = kind;
    String id = forms.id("value");
    key =
        forms.comparedField(
            id + "-key",
            forms.texts().get("routing.query.key"),
            text ->
                kind.get() == ConditionKind.QUERY
                    ? forms.faults().queryKey(text)
                    : Optional.empty());
    value = forms.comparedField(id, forms.texts().get("routing.value"), this::fault);
  }

  private Optional<String> fault(String text) {
    if (judged.kind() != kind.get() || !judged.text().equals(text)) {
      judged = new Judged(kind.get(), text, forms.faults().value(kind.get(), text));
    }
    return judged.fault();
  }

  Field key() {
    return key;
  }

  Field value() {
    return value;
  }
}
