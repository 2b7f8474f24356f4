package portico.desktop.wizard.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.Texts;
import portico.model.ListenerSpec;
import portico.model.RequestMatch;
import portico.model.RequestSample;
import portico.model.Routing;

/** A request that the user makes up, and what becomes of it. */
final class TryForm {
  /**
   * What becomes of the request.
   *
   * @param rule the rule that takes it; empty for the default action, or while nothing is known
   * @param text a sentence
   */
  record Outcome(Optional<RuleForm> rule, boolean known, String text) {}

  private final Texts texts;
  private final ListenerList listeners;
  private final RoutingText sentences;
  private final Field method;
  private final Field host;
  private final Field target;
  private final Field headers;
  private final Field source;
  private final ObjectProperty<Optional<ListenerForm>> listener;
  private final ObjectBinding<Outcome> outcome;

  TryForm(Forms forms, ListenerList listeners) {
    texts = forms.texts();
    this.listeners = listeners;
    sentences = new RoutingText(texts);
    method = forms.field("wizard-try-method", texts.get("routing.try.method"), this::any);
    host = forms.field("wizard-try-host", texts.get("routing.try.host"), this::any);
    target = forms.field("wizard-try-path", texts.get("routing.try.path"), this::any);
    headers =
        forms.field("wizard-try-headers", texts.get("routing.try.headers"), this::headersFault);
    source = forms.field("wizard-try-source", texts.get("routing.try.source"), this::sourceFault);
    method.prefill("POST");
    target.prefill("/v1/chat/completions");
    listener = forms.heard(new SimpleObjectProperty<>(Optional.empty()));
    outcome = Bindings.createObjectBinding(this::currentOutcome, forms.changes());
  }

  Field method() {
    return method;
  }

  Field host() {
    return host;
  }

  /** Path and query. */
  Field target() {
    return target;
  }

  /** One to a line, as {@code Name: value}. */
  Field headers() {
    return headers;
  }

  Field source() {
    return source;
  }

  /** The listener to ask; empty for the first. */
  ObjectProperty<Optional<ListenerForm>> listenerProperty() {
    return listener;
  }

  /** The listener that is asked. */
  ListenerForm asked() {
    return listener
        .get()
        .filter(listeners.all()::contains)
        .orElseGet(() -> listeners.all().getFirst());
  }

  ObservableValue<Outcome> outcome() {
    return outcome;
  }

  private Outcome currentOutcome() {
    ListenerForm asked = asked();
    Optional<ListenerSpec> spec = asked.spec();
    if (spec.isEmpty() || !headers.isValid() || !source.isValid()) {
      return new Outcome(
          Optional.empty(), false, texts.get("routing.try.incomplete", asked.title()));
    }
    Routing.Decision decision = Routing.decide(spec.get(), sample());
    String action = sentences.action(decision.action());
    return decision
        .rule()
        .map(
            rule ->
                new Outcome(
                    form(asked, rule.priority()),
                    true,
                    texts.get("routing.try.rule", rule.priority(), action)))
        .orElseGet(
            () -> new Outcome(Optional.empty(), true, texts.get("routing.try.default", action)));
  }

  private static Optional<RuleForm> form(ListenerForm listener, int priority) {
    return listener.routes().rules().rules().stream()
        .filter(each -> each.priorityNow().orElse(0) == priority)
        .findFirst();
  }

  private RequestSample sample() {
    return RequestSample.of(
        method.text(),
        host.text(),
        target.text(),
        pairs(headers.text()),
        Optional.of(source.text()).filter(text -> !text.isEmpty()));
  }

  private static List<RequestSample.Pair> pairs(String text) {
    List<RequestSample.Pair> found = new ArrayList<>();
    text.lines()
        .map(String::strip)
        .filter(line -> line.indexOf(':') > 0)
        .forEach(
            line -> {
              int colon = line.indexOf(':');
              found.add(
                  new RequestSample.Pair(
                      line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
            });
    return found;
  }

  private Optional<String> any(String text) {
    return Optional.empty();
  }

  private Optional<String> headersFault(String text) {
    return text.lines().allMatch(line -> line.isBlank() || line.indexOf(':') > 0)
        ? Optional.empty()
        : Optional.of(texts.get("routing.try.headers.form"));
  }

  private Optional<String> sourceFault(String text) {
    return text.isEmpty() || RequestMatch.isAddress(text)
        ? Optional.empty()
        : Optional.of(texts.get("routing.try.source.form"));
  }
}
