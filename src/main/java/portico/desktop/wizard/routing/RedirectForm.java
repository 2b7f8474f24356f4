package portico.desktop.wizard.routing;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.Problem;
import portico.model.ActionSpec;
import portico.model.Protocol;

/** Sending the client elsewhere; an empty field keeps what the request has. */
final class RedirectForm {
  /** What becomes of the query. */
  enum Query {
    KEPT,
    REMOVED,
    REPLACED
  }

  private final BooleanProperty permanent;
  private final ObjectProperty<Optional<Protocol>> protocol;
  private final Field port;
  private final Field host;
  private final Field path;
  private final ObjectProperty<Query> queryMode;
  private final Field query;
  private final String id;

  RedirectForm(Forms forms) {
    id = forms.id("redirect");
    Faults faults = forms.faults();
    permanent = forms.heard(new SimpleBooleanProperty(true));
    protocol = forms.heard(new SimpleObjectProperty<>(Optional.of(Protocol.HTTPS)));
    port =
        forms.field(id + "-port", forms.texts().get("routing.redirect.port"), faults::redirectPort);
    host =
        forms.field(id + "-host", forms.texts().get("routing.redirect.host"), faults::redirectHost);
    path =
        forms.field(id + "-path", forms.texts().get("routing.redirect.path"), faults::redirectPath);
    queryMode = forms.heard(new SimpleObjectProperty<>(Query.KEPT));
    query =
        forms.field(
            id + "-query", forms.texts().get("routing.redirect.query"), faults::redirectQuery);
    port.prefill("443");
  }

  String id() {
    return id;
  }

  BooleanProperty permanentProperty() {
    return permanent;
  }

  /** Empty for the request's own. */
  ObjectProperty<Optional<Protocol>> protocolProperty() {
    return protocol;
  }

  Field port() {
    return port;
  }

  Field host() {
    return host;
  }

  Field path() {
    return path;
  }

  ObjectProperty<Query> queryModeProperty() {
    return queryMode;
  }

  Field query() {
    return query;
  }

  void prefill(ActionSpec.Redirect spec) {
    permanent.set(spec.permanent());
    protocol.set(spec.protocol());
    port.prefill(spec.port().isPresent() ? String.valueOf(spec.port().getAsInt()) : "");
    host.prefill(spec.host().orElse(""));
    path.prefill(spec.path().orElse(""));
    queryMode.set(
        spec.query()
            .map(text -> text.isEmpty() ? Query.REMOVED : Query.REPLACED)
            .orElse(Query.KEPT));
    query.prefill(spec.query().orElse(""));
  }

  void reveal() {
    fields().forEach(Field::reveal);
  }

  private List<Field> fields() {
    return queryMode.get() == Query.REPLACED
        ? List.of(port, host, path, query)
        : List.of(port, host, path);
  }

  Optional<Problem> problem() {
    return fields().stream().flatMap(field -> field.problem().stream()).findFirst();
  }

  Optional<ActionSpec> spec() {
    return Forms.allValid(fields())
        ? Optional.of(
            new ActionSpec.Redirect(
                permanent.get(), protocol.get(), portNow(), text(host), text(path), queryNow()))
        : Optional.empty();
  }

  private OptionalInt portNow() {
    return port.number();
  }

  private Optional<String> queryNow() {
    return switch (queryMode.get()) {
      case KEPT -> Optional.empty();
      case REMOVED -> Optional.of("");
      case REPLACED -> Optional.of(Forms.value(query));
    };
  }

  private static Optional<String> text(Field field) {
    return Optional.of(Forms.value(field)).filter(value -> !value.isEmpty());
  }
}
