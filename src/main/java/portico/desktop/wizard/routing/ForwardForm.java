package portico.desktop.wizard.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.Problem;
import portico.model.ActionSpec;
import portico.model.WeightedTargetGroup;

/** Forwarding to one target group, or to several by their weights. */
final class ForwardForm {
  private static final String ONE_HOUR = "3600";

  private final Forms forms;
  private final String id;
  private final ObservableList<ShareForm> shares = FXCollections.observableArrayList();
  private final BooleanProperty sticky;
  private final Field stickySeconds;

  ForwardForm(Forms forms) {
    this.forms = forms;
    id = forms.id("forwarding");
    sticky = forms.heard(new SimpleBooleanProperty());
    stickySeconds =
        forms.field(
            id + "-sticky-seconds",
            forms.texts().get("routing.sticky.seconds"),
            forms.faults()::stickiness);
    stickySeconds.prefill(ONE_HOUR);
    add();
  }

  String id() {
    return id;
  }

  /** At least one. */
  ObservableList<ShareForm> shares() {
    return shares;
  }

  BooleanProperty stickyProperty() {
    return sticky;
  }

  Field stickySeconds() {
    return stickySeconds;
  }

  /** Adds a group that is not among them yet, with the weight of the last one. */
  void add() {
    List<String> used = shares.stream().map(ShareForm::group).toList();
    String next =
        forms.groups().known().stream()
            .filter(each -> !used.contains(each))
            .findFirst()
            .orElseGet(forms.groups()::first);
    int weight = shares.isEmpty() ? 1 : Math.max(1, shares.getLast().weightNow());
    shares.add(new ShareForm(forms, new WeightedTargetGroup(next, weight)));
    forms.changed();
  }

  /** Removes a group; the last one stays. */
  void remove(ShareForm share) {
    if (shares.size() > 1) {
      shares.remove(share);
      forms.changed();
    }
  }

  /** The share of all requests in percent, rounded to whole ones as far as that is honest. */
  String percent(ShareForm share) {
    return percent(share.weightNow(), shares.stream().mapToInt(ShareForm::weightNow).sum());
  }

  /** {@code part} of {@code whole} in percent, with a decimal where it has one. */
  static String percent(int part, int whole) {
    if (whole == 0) {
      return "0";
    }
    long tenths = Math.round(1000.0 * part / whole);
    return tenths % 10 == 0 ? String.valueOf(tenths / 10) : tenths / 10 + "." + tenths % 10;
  }

  void prefill(ActionSpec.Forward spec) {
    shares.setAll(spec.targetGroups().stream().map(each -> new ShareForm(forms, each)).toList());
    sticky.set(spec.stickinessSeconds().isPresent());
    spec.stickinessSeconds().ifPresent(seconds -> stickySeconds.prefill(String.valueOf(seconds)));
    forms.changed();
  }

  void reveal() {
    shares.forEach(share -> share.weight().reveal());
    stickySeconds.reveal();
  }

  Optional<Problem> problem() {
    for (ShareForm share : shares) {
      Optional<Problem> found = share.problem().or(() -> twice(share));
      if (found.isPresent()) {
        return found;
      }
    }
    return sticky.get() ? stickySeconds.problem() : Optional.empty();
  }

  private Optional<Problem> twice(ShareForm share) {
    boolean before =
        shares.subList(0, shares.indexOf(share)).stream()
            .anyMatch(each -> each.group().equals(share.group()));
    return before
        ? Optional.of(
            new Problem(share.id(), forms.texts().get("routing.group.twice", share.group())))
        : Optional.empty();
  }

  Optional<ActionSpec> spec() {
    List<WeightedTargetGroup> groups = new ArrayList<>();
    shares.forEach(share -> share.spec().ifPresent(groups::add));
    if (groups.size() != shares.size() || (sticky.get() && !stickySeconds.isValid())) {
      return Optional.empty();
    }
    return Optional.of(
        new ActionSpec.Forward(
            groups, sticky.get() ? stickySeconds.number() : OptionalInt.empty()));
  }
}
