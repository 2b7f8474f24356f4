package portico.desktop.wizard.routing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.Problem;
import portico.model.ConditionSpec;

/** A condition of a rule. Values stay when the kind is changed. */
final class ConditionForm {
  private final Forms forms;
  private final String id;
  private final ObjectProperty<ConditionKind> kind;
  private final Field header;
  private final Field prefix;
  private final Field keyName;
  private final ObservableList<ValueForm> values = FXCollections.observableArrayList();

  ConditionForm(Forms forms, ConditionKind start) {
    this.forms = forms;
    id = forms.id("condition");
    kind = forms.heard(new SimpleObjectProperty<>(start));
    header =
        forms.field(
            id + "-header", forms.texts().get("routing.header"), forms.faults()::headerName);
    prefix =
        forms.field(id + "-prefix", forms.texts().get("routing.prefix"), forms.faults()::keyPrefix);
    keyName =
        forms.field(
            id + "-key-name", forms.texts().get("routing.key-name"), forms.faults()::keyName);
    addValue("");
  }

  /** Intent id of the choice of the kind. */
  String id() {
    return id;
  }

  ObjectProperty<ConditionKind> kindProperty() {
    return kind;
  }

  /** Name of the header field. */
  Field header() {
    return header;
  }

  /** What stands before a key. */
  Field prefix() {
    return prefix;
  }

  Field keyName() {
    return keyName;
  }

  /** At least one. */
  ObservableList<ValueForm> values() {
    return values;
  }

  void addValue(String text) {
    ValueForm value = new ValueForm(forms, kind::get);
    value.value().prefill(text);
    values.add(value);
    forms.changed();
  }

  /** Removes a value; the last one is emptied instead. */
  void remove(ValueForm value) {
    if (values.size() > 1) {
      values.remove(value);
      forms.changed();
    } else {
      value.value().prefill("");
      value.key().prefill("");
    }
  }

  void prefill(ConditionSpec spec) {
    switch (spec) {
      case ConditionSpec.PathPattern(var given) -> prefill(ConditionKind.PATH, given);
      case ConditionSpec.HostHeader(var given) -> prefill(ConditionKind.HOST, given);
      case ConditionSpec.HttpHeader(var name, var given) -> {
        header.prefill(name);
        prefill(ConditionKind.HEADER, given);
      }
      case ConditionSpec.RequestMethod(var given) -> prefill(ConditionKind.METHOD, given);
      case ConditionSpec.SourceIp(var given) -> prefill(ConditionKind.SOURCE_IP, given);
      case ConditionSpec.QueryString(var given) -> {
        prefill(ConditionKind.QUERY, given.stream().map(ConditionSpec.QueryValue::value).toList());
        for (int index = 0; index < given.size(); index++) {
          values.get(index).key().prefill(given.get(index).key().orElse(""));
        }
      }
      case ConditionSpec.ApiKey(var name, var before, var key) -> {
        header.prefill(name);
        prefix.prefill(before);
        keyName.prefill(key);
        kind.set(ConditionKind.API_KEY);
      }
    }
  }

  private void prefill(ConditionKind given, List<String> texts) {
    kind.set(given);
    values.clear();
    texts.forEach(this::addValue);
  }

  void reveal() {
    fields().forEach(Field::reveal);
  }

  /** The fields that count for the kind. */
  private Stream<Field> fields() {
    return switch (kind.get()) {
      case API_KEY -> Stream.of(header, prefix, keyName);
      case HEADER -> Stream.concat(Stream.of(header), valueFields());
      case QUERY -> values.stream().flatMap(each -> Stream.of(each.key(), each.value()));
      case PATH, HOST, METHOD, SOURCE_IP -> valueFields();
    };
  }

  private Stream<Field> valueFields() {
    return values.stream().map(ValueForm::value);
  }

  Optional<Problem> problem() {
    return fields().flatMap(field -> field.problem().stream()).findFirst();
  }

  Optional<ConditionSpec> spec() {
    if (!fields().allMatch(Field::isValid)) {
      return Optional.empty();
    }
    List<String> texts = valueFields().map(Forms::value).toList();
    return Optional.of(
        switch (kind.get()) {
          case PATH -> new ConditionSpec.PathPattern(texts);
          case HOST -> new ConditionSpec.HostHeader(texts);
          case HEADER -> new ConditionSpec.HttpHeader(Forms.value(header), texts);
          case METHOD -> new ConditionSpec.RequestMethod(texts);
          case SOURCE_IP -> new ConditionSpec.SourceIp(texts);
          case QUERY ->
              new ConditionSpec.QueryString(values.stream().map(ConditionForm::query).toList());
          case API_KEY ->
              new ConditionSpec.ApiKey(Forms.value(header), raw(prefix), keyName.text());
        });
  }

  private static ConditionSpec.QueryValue query(ValueForm each) {
    return new ConditionSpec.QueryValue(
        Optional.of(Forms.value(each.key())).filter(text -> !text.isEmpty()),
        Forms.value(each.value()));
  }

  /** A prefix counts with its blank at the end. */
  private static String raw(Field field) {
    String text = field.textProperty().get();
    return text == null ? "" : text;
  }
}
