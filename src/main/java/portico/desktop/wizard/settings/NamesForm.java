package portico.desktop.wizard.settings;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import portico.catalog.HostedZone;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.Pick;
import portico.desktop.wizard.form.Texts;
import portico.model.DnsRecordSpec;
import portico.model.DnsRules;
import portico.model.Rule;
import portico.model.Violation;

/** Names of the user's own: of each the hosted zone, and what stands before the zone's name. */
public final class NamesForm {
  /** One name. An empty label is the zone's own name. */
  public record Line(Pick<HostedZone> zone, Field label) {
    /** The whole name. */
    public String name() {
      return label.text().isEmpty() ? zone.get().name() : label.text() + "." + zone.get().name();
    }

    private DnsRecordSpec written() {
      return new DnsRecordSpec(zone.get().id(), name());
    }
  }

  private final Texts texts;
  private final ObservableList<Line> lines = FXCollections.observableArrayList();

  /** Held: a list view that only its listeners know is collected, and they fall silent. */
  private final ObservableList<Line> shownLines = FXCollections.unmodifiableObservableList(lines);

  private final IntegerProperty edits = new SimpleIntegerProperty();
  private int made;

  NamesForm(Texts texts) {
    this.texts = texts;
  }

  public ObservableList<Line> lines() {
    return shownLines;
  }

  /** Is invalidated with every line added, removed, typed into or moved to another zone. */
  public Observable edits() {
    return edits;
  }

  Stream<Field> fields() {
    return lines.stream().map(Line::label);
  }

  /** Adds a name in a zone. */
  public void add(HostedZone zone) {
    add(zone, texts.get("settings.names.suggested"));
  }

  public void remove(Line line) {
    lines.remove(line);
    edited();
  }

  void clear() {
    lines.clear();
    edited();
  }

  /** Only to be asked while the fields are valid. */
  List<DnsRecordSpec> records() {
    return lines.stream().map(Line::written).toList();
  }

  /**
   * Lists these names as if the user had never touched them. A zone that nobody has read yet is
   * known by its id, and the whole name stands for its own.
   */
  void prefill(List<DnsRecordSpec> records) {
    lines.clear();
    records.forEach(each -> add(new HostedZone(each.hostedZoneId(), each.name(), false), ""));
    edited();
  }

  /** Gives names that were filled in before their zones were read the zones' names. */
  void read(List<HostedZone> zones) {
    for (Line line : lines) {
      zones.stream()
          .filter(zone -> zone.id().equals(line.zone().get().id()))
          .filter(zone -> DnsRules.isWithin(line.name(), zone.name()))
          .findFirst()
          .ifPresent(zone -> settle(line, zone));
    }
  }

  private static void settle(Line line, HostedZone zone) {
    String name = line.name();
    int rest = name.length() - zone.name().length() - 1;
    line.zone().prefill(zone);
    line.label().prefill(rest > 0 ? name.substring(0, rest) : "");
  }

  private void add(HostedZone zone, String label) {
    made++;
    Pick<HostedZone> pick = new Pick<>(zone);
    Field field =
        new Field(
            "wizard-name-" + made,
            texts.get("settings.names.label"),
            text -> fault(pick.get(), text),
            pick.property(),
            edits);
    field.prefill(label);
    field.textProperty().addListener((observed, before, now) -> edited());
    pick.property().addListener((observed, before, now) -> edited());
    lines.add(new Line(pick, field));
    edited();
  }

  private void edited() {
    edits.set(edits.get() + 1);
  }

  private Optional<String> fault(HostedZone zone, String label) {
    String name = label.isEmpty() ? zone.name() : label + "." + zone.name();
    DnsRecordSpec wanted = new DnsRecordSpec(zone.id(), name);
    return texts
        .first(DnsRules.name("", name))
        .or(
            () ->
                lines.stream().filter(each -> each.written().equals(wanted)).count() > 1
                    ? texts.first(List.of(Violation.of("", Rule.DNS_RECORD_TWICE, name)))
                    : Optional.empty());
  }
}
