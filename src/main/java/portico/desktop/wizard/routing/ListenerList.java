package portico.desktop.wizard.routing;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import portico.model.FieldRules;
import portico.model.ListenerSpec;
import portico.model.SpecDefaults;

/** The listeners, at least one. */
final class ListenerList {
  private static final List<Integer> USUAL_PORTS = List.of(80, 8080, 8000);

  private final Forms forms;
  private final TlsOffer offer;
  private final ObservableList<ListenerForm> listeners = FXCollections.observableArrayList();

  /** Held: a list view that only its listeners know is collected, and they fall silent. */
  private final ObservableList<ListenerForm> shown =
      FXCollections.unmodifiableObservableList(listeners);

  ListenerList(Forms forms, TlsOffer offer) {
    this.forms = forms;
    this.offer = offer;
    ListenerForm first = create();
    first.name().prefill(SpecDefaults.LISTENER_NAME);
    first.port().prefill(String.valueOf(SpecDefaults.PORT));
    listeners.add(first);
  }

  ObservableList<ListenerForm> all() {
    return shown;
  }

  /** A listener that is not in the list yet. */
  ListenerForm create() {
    return new ListenerForm(forms, offer, () -> listeners);
  }

  /** Adds an HTTP listener on a free port that forwards to the first target group. */
  ListenerForm add() {
    ListenerForm made = create();
    int port =
        USUAL_PORTS.stream()
            .filter(each -> isPortFree(each))
            .findFirst()
            .orElseGet(() -> freePort(8081));
    made.port().prefill(String.valueOf(port));
    made.name().prefill(freeName(SpecDefaults.LISTENER_NAME + "-" + port));
    listeners.add(made);
    forms.changed();
    return made;
  }

  /** Removes a listener; the last one stays. */
  void remove(ListenerForm listener) {
    if (listeners.size() > 1) {
      take(listener);
    }
  }

  void take(ListenerForm listener) {
    listeners.remove(listener);
    forms.changed();
  }

  void insertBefore(ListenerForm other, ListenerForm listener) {
    listeners.add(listeners.indexOf(other), listener);
  }

  void prefill(List<ListenerSpec> specs) {
    if (specs.isEmpty()) {
      return;
    }
    forms.atOnce(
        () ->
            listeners.setAll(
                specs.stream()
                    .map(
                        spec -> {
                          ListenerForm made = create();
                          made.prefill(spec);
                          made.openProperty().set(spec.equals(specs.getFirst()));
                          return made;
                        })
                    .toList()));
  }

  /** The port, or the next one that no listener has. */
  int freePort(int wanted) {
    return IntStream.iterate(wanted, port -> port + 1)
        .filter(this::isPortFree)
        .findFirst()
        .orElseThrow();
  }

  private boolean isPortFree(int port) {
    return listeners.stream().noneMatch(each -> each.port().text().equals(String.valueOf(port)));
  }

  /** The name, or the name with the first number behind it that makes it free. */
  String freeName(String wanted) {
    String cut = wanted.substring(0, Math.min(wanted.length(), FieldRules.LISTENER_NAME_MAX - 4));
    Predicate<String> free =
        name -> listeners.stream().noneMatch(each -> each.name().text().equals(name));
    return free.test(cut)
        ? cut
        : IntStream.iterate(2, number -> number + 1)
            .mapToObj(number -> cut + "-" + number)
            .filter(free)
            .findFirst()
            .orElseThrow();
  }
}
