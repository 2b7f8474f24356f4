package portico.desktop.wizard.access;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.Texts;
import portico.model.AccessRules;
import portico.model.IpAddressType;
import portico.model.Rule;
import portico.model.Violation;

/** The user's own list of networks let in, one field each; never without a field. */
final class IngressNetworks {
  private final Texts texts;
  private final ObservableList<Field> fields = FXCollections.observableArrayList();

  /** Held: a list view that only its listeners know is collected, and they fall silent. */
  private final ObservableList<Field> shownFields =
      FXCollections.unmodifiableObservableList(fields);

  private final IntegerProperty edits = new SimpleIntegerProperty();
  private boolean filled;
  private int made;

  /** Starts with one empty field. */
  IngressNetworks(Texts texts) {
    this.texts = texts;
    add("");
  }

  ObservableList<Field> fields() {
    return shownFields;
  }

  /** Is invalidated with every field added, removed or typed into. */
  Observable edits() {
    return edits;
  }

  Stream<Field> stream() {
    return fields.stream();
  }

  void add(String cidr) {
    made++;
    Field field =
        new Field("wizard-network-" + made, texts.get("access.network"), this::fault, edits);
    field.prefill(cidr);
    field.textProperty().addListener((observed, before, now) -> edited());
    fields.add(field);
    edited();
  }

  /** Removes a network from the list; the last one is emptied instead. */
  void remove(Field field) {
    if (fields.size() > 1) {
      fields.remove(field);
    } else {
      field.prefill("");
    }
    edited();
  }

  /** Lists the networks of an existing environment, at least one; none is offered any more. */
  void prefill(List<String> cidrs) {
    fields.clear();
    cidrs.forEach(this::add);
    filled = true;
  }

  /** Offers a network to an untouched list, once. */
  void offer(String cidr) {
    if (!filled && fields.getFirst().text().isEmpty()) {
      filled = true;
      fields.getFirst().prefill(cidr);
    }
  }

  /** All networks, if every one of them is right. */
  Optional<List<String>> cidrs() {
    return fields.stream().allMatch(Field::isValid)
        ? Optional.of(fields.stream().map(Field::text).toList())
        : Optional.empty();
  }

  private void edited() {
    edits.set(edits.get() + 1);
  }

  private Optional<String> fault(String text) {
    if (text.isEmpty()) {
      return texts.first(List.of(Violation.of("", Rule.REQUIRED)));
    }
    long same = fields.stream().filter(field -> field.text().equals(text)).count();
    return texts
        .first(AccessRules.ingress("", text, IpAddressType.IPV4))
        .or(
            () ->
                same > 1
                    ? texts.first(List.of(Violation.of("", Rule.INGRESS_TWICE, text)))
                    : Optional.empty());
  }
}
