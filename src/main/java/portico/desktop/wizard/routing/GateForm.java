package portico.desktop.wizard.routing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.Problem;
import portico.model.ApiKeyGate;
import portico.model.ConditionSpec;
import portico.model.ListenerSpec;

/**
 * Whether a listener forwards only for callers with a key. The rules are shown as they are without
 * the gate; {@link ApiKeyGate} puts it before them.
 */
final class GateForm {
  private static final String KEY_NAME = "main";

  static final ConditionSpec.ApiKey BEARER =
      new ConditionSpec.ApiKey("Authorization", "Bearer ", KEY_NAME);
  static final ConditionSpec.ApiKey HEADER = new ConditionSpec.ApiKey("X-Api-Key", "", KEY_NAME);

  private final Forms forms;
  private final String id;
  private final BooleanProperty on;
  private final ObjectProperty<ConditionSpec.ApiKey> key;
  private final Field openPaths;

  GateForm(Forms forms) {
    this.forms = forms;
    id = forms.id("gate");
    on = forms.heard(new SimpleBooleanProperty());
    key = forms.heard(new SimpleObjectProperty<>(BEARER));
    openPaths = forms.field(id + "-open", forms.texts().get("routing.gate.open"), this::pathsFault);
  }

  String id() {
    return id;
  }

  BooleanProperty onProperty() {
    return on;
  }

  /** Where callers put the key. */
  ObjectProperty<ConditionSpec.ApiKey> keyProperty() {
    return key;
  }

  /** What can be chosen as {@link #keyProperty}, with what an environment has of its own. */
  List<ConditionSpec.ApiKey> choices() {
    List<ConditionSpec.ApiKey> usual = List.of(BEARER, HEADER);
    return usual.contains(key.get()) ? usual : List.of(BEARER, HEADER, key.get());
  }

  /** Patterns of paths that need no key, with blanks between them. */
  Field openPaths() {
    return openPaths;
  }

  /**
   * Takes the gate of an existing listener for itself.
   *
   * @return the listener without what the gate will add again
   */
  ListenerSpec prefill(ListenerSpec listener) {
    Optional<ConditionSpec.ApiKey> found = ApiKeyGate.isClosed(listener);
    ListenerSpec open = ApiKeyGate.open(listener);
    List<String> paths = ApiKeyGate.openPaths(listener);
    boolean ours = found.isPresent() && ApiKeyGate.close(open, found.get(), paths).equals(listener);
    on.set(ours);
    if (!ours) {
      return listener;
    }
    key.set(found.get());
    openPaths.prefill(String.join(" ", paths));
    return open;
  }

  void reveal() {
    openPaths.reveal();
  }

  Optional<Problem> problem() {
    return on.get() ? openPaths.problem() : Optional.empty();
  }

  /** The listener with the gate, if it is to have one. */
  ListenerSpec apply(ListenerSpec listener) {
    return on.get() ? ApiKeyGate.close(listener, key.get(), paths(openPaths.text())) : listener;
  }

  private static List<String> paths(String text) {
    return Arrays.stream(text.split("[\\s,]+")).filter(each -> !each.isEmpty()).toList();
  }

  private Optional<String> pathsFault(String text) {
    return paths(text).stream()
        .flatMap(each -> forms.faults().value(ConditionKind.PATH, each).stream())
        .findFirst();
  }
}
