package portico.desktop.wizard.routing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.NumberRules;
import portico.desktop.wizard.form.Problem;
import portico.desktop.wizard.form.Texts;
import portico.model.ActionSpec;
import portico.model.FieldRules;
import portico.model.ListenerRuleSpec;
import portico.model.ListenerSpec;
import portico.model.Protocol;
import portico.model.Rule;
import portico.model.TlsSpec;
import portico.model.Violation;

/** A listener: port, protocol, certificates, rules, and what is done with everything else. */
final class ListenerForm {
  private final Forms forms;
  private final Supplier<List<ListenerForm>> all;
  private final String id;
  private final Field name;
  private final Field port;
  private final ReadOnlyObjectWrapper<Protocol> protocol;
  private final TlsForm tls;
  private final ReadOnlyObjectWrapper<Routes> routes;
  private final BooleanProperty open = new SimpleBooleanProperty(true);

  /**
   * @param all the listeners that name and port must differ from
   */
  ListenerForm(Forms forms, TlsOffer offer, Supplier<List<ListenerForm>> all) {
    this.forms = forms;
    this.all = all;
    id = forms.id("listener");
    Texts texts = forms.texts();
    name = forms.comparedField(id + "-name", texts.get("routing.listener.name"), this::nameFault);
    port = forms.comparedField(id + "-port", texts.get("routing.listener.port"), this::portFault);
    protocol = forms.heard(new ReadOnlyObjectWrapper<>(Protocol.HTTP));
    tls = new TlsForm(forms, offer);
    routes = forms.heard(new ReadOnlyObjectWrapper<>(new Routes(forms)));
  }

  /** Beginning of the intent ids of its controls. */
  String id() {
    return id;
  }

  Field name() {
    return name;
  }

  /** Whether its fields are shown, and not one sentence alone. */
  BooleanProperty openProperty() {
    return open;
  }

  Field port() {
    return port;
  }

  ReadOnlyObjectProperty<Protocol> protocolProperty() {
    return protocol.getReadOnlyProperty();
  }

  Protocol protocol() {
    return protocol.get();
  }

  /** Changes what clients speak, and from its usual port to the other's. */
  void chooseProtocol(Protocol chosen) {
    if (chosen == protocol.get()) {
      return;
    }
    forms.atOnce(
        () -> {
          if (port.text().equals(usualPort(protocol.get())) && isFree(usualPort(chosen))) {
            port.prefill(usualPort(chosen));
          }
          protocol.set(chosen);
        });
    need();
  }

  private static String usualPort(Protocol protocol) {
    return switch (protocol) {
      case HTTP -> "80";
      case HTTPS -> "443";
    };
  }

  private boolean isFree(String number) {
    return all.get().stream().noneMatch(each -> each.port.text().equals(number));
  }

  /** Reads what an HTTPS listener offers. */
  void need() {
    if (protocol.get() == Protocol.HTTPS) {
      tls.need();
    }
  }

  TlsForm tls() {
    return tls;
  }

  ReadOnlyObjectProperty<Routes> routesProperty() {
    return routes.getReadOnlyProperty();
  }

  Routes routes() {
    return routes.get();
  }

  /** Hands over rules and default action as they stand, and begins with others. */
  void giveRoutesTo(ListenerForm other) {
    other.routes.set(routes.get());
    routes.set(new Routes(forms));
  }

  void prefill(ListenerSpec spec) {
    forms.atOnce(
        () -> {
          name.prefill(spec.name());
          port.prefill(String.valueOf(spec.port()));
          protocol.set(spec.protocol());
          spec.tls().ifPresent(tls::prefill);
          routes().prefill(spec);
        });
  }

  void reveal() {
    open.set(open.get() || problem().isPresent());
    name.reveal();
    port.reveal();
    routes().reveal();
  }

  /** What it is called in sentences: its name, or its port. */
  String title() {
    return forms
        .texts()
        .get(
            port.isValid() ? "routing.listener.title" : "routing.listener.title.no-port",
            protocol.get(),
            port.text());
  }

  /** The first thing that is wrong with it, with its name and the rule's. */
  Optional<Problem> problem() {
    return name.problem()
        .or(port::problem)
        .or(() -> protocol.get() == Protocol.HTTPS ? tls.problem() : Optional.empty())
        .or(() -> routes().problem())
        .map(this::named);
  }

  private Problem named(Problem found) {
    return new Problem(
        found.control(), forms.texts().get("routing.problem.listener", title(), found.text()));
  }

  /** The listener, if it is complete. */
  Optional<ListenerSpec> spec() {
    Optional<ActionSpec> action = routes().defaultAction().spec();
    Optional<List<ListenerRuleSpec>> found = routes().rules().specs();
    boolean https = protocol.get() == Protocol.HTTPS;
    Optional<TlsSpec> proof = https ? tls.spec() : Optional.empty();
    if (!name.isValid()
        || !port.isValid()
        || action.isEmpty()
        || found.isEmpty()
        || https != proof.isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        routes()
            .gate()
            .apply(
                new ListenerSpec(
                    Forms.value(name),
                    protocol.get(),
                    port.number().orElseThrow(),
                    proof,
                    action.get(),
                    found.get())));
  }

  private Optional<String> nameFault(String text) {
    return forms
        .texts()
        .first(FieldRules.listenerName("", text))
        .or(() -> others(text, each -> each.name.text(), Rule.NAME_TWICE));
  }

  private Optional<String> portFault(String text) {
    return NumberRules.port(forms.texts(), text)
        .or(() -> others(text, each -> each.port.text(), Rule.LISTENER_PORT_TWICE));
  }

  private Optional<String> others(String text, Function<ListenerForm, String> value, Rule rule) {
    boolean twice =
        all.get().stream().anyMatch(each -> each != this && value.apply(each).equals(text));
    return twice ? forms.texts().first(List.of(Violation.of("", rule, text))) : Optional.empty();
  }
}
