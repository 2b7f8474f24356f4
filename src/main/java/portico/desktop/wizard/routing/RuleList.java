package portico.desktop.wizard.routing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import portico.model.ListenerRuleSpec;

/**
 * The rules of a listener in the order of their priorities. They are numbered 10, 20, ... until the
 * user writes a number.
 */
final class RuleList {
  private static final int STEP = 10;

  private final Forms forms;
  private final ObservableList<RuleForm> rules = FXCollections.observableArrayList();

  /** Held: a list view that only its listeners know is collected, and they fall silent. */
  private final ObservableList<RuleForm> shown = FXCollections.unmodifiableObservableList(rules);

  private final ReadOnlyBooleanWrapper ownNumbers = new ReadOnlyBooleanWrapper();
  private boolean numbering;

  RuleList(Forms forms) {
    this.forms = forms;
  }

  ObservableList<RuleForm> rules() {
    return shown;
  }

  /** Whether the user has written a priority, so that they stay as they are. */
  ReadOnlyBooleanProperty ownNumbersProperty() {
    return ownNumbers.getReadOnlyProperty();
  }

  /** Adds a rule behind all others and opens it. */
  RuleForm add() {
    RuleForm rule = create();
    insert(rules.size(), rule);
    return rule;
  }

  /** Adds the same rule once more, behind it, and opens it. */
  RuleForm duplicate(RuleForm original) {
    RuleForm copy = create();
    forms.atOnce(() -> original.spec().ifPresent(copy::prefill));
    insert(rules.indexOf(original) + 1, copy);
    return copy;
  }

  void remove(RuleForm rule) {
    rules.remove(rule);
    number();
    forms.changed();
  }

  boolean canMove(RuleForm rule, int by) {
    int to = rules.indexOf(rule) + by;
    return to >= 0 && to < rules.size();
  }

  /**
   * Moves a rule among the others; numbers that the user wrote are exchanged.
   *
   * @param by -1 for up, 1 for down
   */
  void move(RuleForm rule, int by) {
    if (!canMove(rule, by)) {
      return;
    }
    forms.atOnce(
        () -> {
          int from = rules.indexOf(rule);
          RuleForm other = rules.get(from + by);
          List<RuleForm> order = new ArrayList<>(rules);
          Collections.swap(order, from, from + by);
          String number = rule.priority().text();
          write(rule, other.priority().text());
          write(other, number);
          rules.setAll(order);
          number();
        });
  }

  /** Numbers 10, 20, ... again. */
  void numberAnew() {
    forms.atOnce(
        () -> {
          ownNumbers.set(false);
          number();
        });
  }

  /** Closes a rule, and puts the rules into the order of the numbers that the user wrote. */
  void close(RuleForm rule) {
    rule.openProperty().set(false);
    List<RuleForm> order = new ArrayList<>(rules);
    order.sort(Comparator.comparingInt(each -> each.priorityNow().orElse(Integer.MAX_VALUE)));
    if (!order.equals(rules)) {
      rules.setAll(order);
    }
  }

  void prefill(List<ListenerRuleSpec> specs) {
    forms.atOnce(
        () -> {
          List<ListenerRuleSpec> sorted =
              specs.stream().sorted(Comparator.comparingInt(ListenerRuleSpec::priority)).toList();
          List<RuleForm> found = new ArrayList<>();
          boolean own = false;
          for (ListenerRuleSpec spec : sorted) {
            RuleForm rule = create();
            rule.prefill(spec);
            found.add(rule);
            own |= spec.priority() != STEP * found.size();
          }
          ownNumbers.set(own);
          rules.setAll(found);
        });
  }

  /** The rules, if all are complete, by their priorities. */
  Optional<List<ListenerRuleSpec>> specs() {
    List<ListenerRuleSpec> found = complete();
    return found.size() == rules.size() ? Optional.of(found) : Optional.empty();
  }

  /** The rule that is at that place among {@link #specs()}. */
  Optional<RuleForm> atPlace(int index) {
    return rules.stream()
        .sorted(Comparator.comparingInt(each -> each.priorityNow().orElse(Integer.MAX_VALUE)))
        .skip(index)
        .findFirst();
  }

  /** The rules that are complete, by their priorities. */
  List<ListenerRuleSpec> complete() {
    return rules.stream()
        .flatMap(each -> each.spec().stream())
        .sorted(Comparator.comparingInt(ListenerRuleSpec::priority))
        .toList();
  }

  private RuleForm create() {
    RuleForm rule = new RuleForm(forms, this::isTaken);
    rule.priority()
        .textProperty()
        .addListener(
            (observed, before, now) -> {
              if (!numbering && rules.contains(rule)) {
                ownNumbers.set(true);
              }
            });
    return rule;
  }

  private boolean isTaken(RuleForm rule) {
    String number = rule.priority().text();
    return rules.stream().anyMatch(each -> each != rule && each.priority().text().equals(number));
  }

  private void insert(int index, RuleForm rule) {
    forms.atOnce(
        () -> {
          rules.forEach(each -> each.openProperty().set(false));
          rule.openProperty().set(true);
          write(rule, String.valueOf(numberAt(index)));
          rules.add(index, rule);
          number();
        });
  }

  /** A free number between the neighbours, or the one behind the last. */
  private int numberAt(int index) {
    int before = index == 0 ? 0 : numberOf(index - 1);
    if (index == rules.size()) {
      return before + STEP;
    }
    return before + Math.max(1, (numberOf(index) - before) / 2);
  }

  private int numberOf(int index) {
    OptionalInt number = rules.get(index).priorityNow();
    return number.orElse(STEP * (index + 1));
  }

  private void number() {
    if (!ownNumbers.get()) {
      for (int index = 0; index < rules.size(); index++) {
        write(rules.get(index), String.valueOf(STEP * (index + 1)));
      }
    }
  }

  private void write(RuleForm rule, String number) {
    numbering = true;
    rule.priority().prefill(number);
    numbering = false;
  }
}
