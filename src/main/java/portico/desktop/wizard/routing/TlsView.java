package portico.desktop.wizard.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.catalog.Certificate;
import portico.catalog.TlsPolicy;
import portico.desktop.widget.BusyRow;
import portico.desktop.widget.FailureCard;
import portico.desktop.widget.FormField;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.Tone;
import portico.desktop.wizard.form.LoadState;
import portico.desktop.wizard.form.Texts;
import portico.desktop.wizard.view.ChoiceTable;
import portico.desktop.wizard.view.Notice;
import portico.desktop.wizard.view.Swap;

/** Certificates and security policy of an HTTPS listener on the screen. */
final class TlsView extends VBox {
  private final TlsForm tls;
  private final Forms forms;
  private final Texts texts;
  private final ChoiceTable<CertificateRow> table;

  TlsView(TlsForm tls, Forms forms) {
    this.tls = tls;
    this.forms = forms;
    texts = forms.texts();
    table = table();
    getStyleClass().add("tls");
    getChildren()
        .addAll(
            Nodes.label(texts.get("routing.certificates"), "form-label"),
            new Swap(tls.offer().certificatesProperty(), this::certificates),
            new CertificateView(tls.request(), texts),
            unlisted(),
            policy());
  }

  private List<Node> certificates(LoadState<List<Certificate>> state) {
    return switch (state) {
      case LoadState.Idle<List<Certificate>> idle -> List.of();
      case LoadState.Busy<List<Certificate>> busy ->
          List.of(new BusyRow(texts.get("routing.certificates.busy")));
      case LoadState.Failed<List<Certificate>>(var failure) ->
          List.of(
              new FailureCard(
                  tls.id(), texts.failures().of(failure), Optional.of(tls.offer()::reload)));
      case LoadState.Ready<List<Certificate>>(var found) -> listed(found);
    };
  }

  private List<Node> listed(List<Certificate> found) {
    boolean usable = found.stream().anyMatch(tls.offer()::isUsable);
    List<Node> list = found.isEmpty() ? List.of() : List.of(table);
    return usable ? list : Stream.concat(list.stream(), Stream.of(request())).toList();
  }

  private Node request() {
    VBox box =
        new VBox(
            new Notice(tls.id() + "-none", Tone.WARNING, texts.get("routing.certificate.request")),
            Nodes.button(
                tls.id() + "-reload",
                texts.get("routing.certificates.reload"),
                Feather.ROTATE_CW,
                tls.offer()::reload));
    box.getStyleClass().add("form-field");
    return box;
  }

  private ChoiceTable<CertificateRow> table() {
    ChoiceTable<CertificateRow> made =
        new ChoiceTable<>(
            tls.id(),
            texts.get("routing.certificates"),
            tls.rows(),
            CertificateRow::chosenProperty,
            CertificateRow::selectable,
            this::rowText);
    return made.choiceColumn(texts.get("routing.certificates.use"), this::rowText)
        .wideColumn(texts.get("routing.certificates.names"), 210, this::names)
        .nodeColumn(texts.get("routing.certificates.expiry"), 130, this::expiry)
        .nodeColumn(texts.get("routing.certificates.default"), 76, this::standard);
  }

  private Node names(CertificateRow row) {
    VBox cell =
        (VBox)
            ChoiceTable.twoLines(
                row.certificate().domain(), row.furtherNames().collect(Collectors.joining(", ")));
    row.obstacle().ifPresent(status -> cell.getChildren().add(remark(status(status))));
    cell.setOpacity(row.isUsable() ? 1 : 0.7);
    if (row.certificate().status().equals("PENDING_VALIDATION")) {
      cell.setOpacity(1);
      cell.getChildren().add(records(row));
    }
    return cell;
  }

  /** To what a pending certificate waits for. */
  private Node records(CertificateRow row) {
    Hyperlink link = new Hyperlink(texts.get("routing.certificate.records"));
    link.setAccessibleText(texts.get("routing.certificate.records.of", row.certificate().domain()));
    link.setId(tls.id() + "-records-" + tls.rows().indexOf(row));
    link.setOnAction(event -> tls.request().show(row.arn()));
    return link;
  }

  private Label remark(String text) {
    Label label = Nodes.label(text, "cell-reason");
    label.setGraphic(Nodes.icon(Tone.WARNING.icon()));
    return label;
  }

  private String status(String status) {
    String key = "routing.certificate.status." + status;
    return texts.wizard().has(key)
        ? texts.get(key)
        : texts.get("routing.certificate.status", status);
  }

  private Node expiry(CertificateRow row) {
    String date =
        row.certificate().notAfter().map(end -> end.toString().substring(0, 10)).orElse("");
    VBox cell = (VBox) ChoiceTable.twoLines(date.isEmpty() ? "–" : date, daysLeft(row));
    if (row.expiresSoon()) {
      cell.getChildren().removeLast();
      cell.getChildren().add(remark(daysLeft(row)));
    }
    return cell;
  }

  private String daysLeft(CertificateRow row) {
    return row.isUsable() && row.daysLeft().isPresent()
        ? texts.get("routing.certificate.days", row.daysLeft().getAsLong())
        : "";
  }

  private Node standard(CertificateRow row) {
    RadioButton button = new RadioButton();
    button.setAccessibleText(texts.get("routing.certificate.default", row.certificate().domain()));
    row.standardProperty().subscribe(button::setSelected);
    button.disableProperty().bind(row.chosenProperty().not());
    button.setOnAction(
        event -> {
          tls.makeDefault(row.arn());
          button.setSelected(true);
        });
    VBox cell = new VBox(button);
    cell.setAlignment(Pos.CENTER);
    return cell;
  }

  private String rowText(CertificateRow row) {
    return texts.get(
        "routing.certificate.accessible",
        row.certificate().domain(),
        row.obstacle().map(this::status).orElseGet(() -> daysLeft(row)));
  }

  /** Certificates of IAM, and those that are gone. */
  private Node unlisted() {
    Label label = Nodes.paragraph("", "form-help");
    label
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    tls.unlisted().isEmpty()
                        ? ""
                        : texts.get(
                            "routing.certificate.unlisted", String.join(", ", tls.unlisted())),
                forms.changes()));
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }

  private Node policy() {
    ComboBox<String> box =
        Picker.box(List.of(), tls.policyProperty(), this::policyText, tls::choosePolicy);
    box.setVisibleRowCount(12);
    box.setMaxWidth(Double.MAX_VALUE);
    tls.offer()
        .policiesProperty()
        .subscribe(
            state -> {
              String now = tls.policyProperty().get();
              List<String> names =
                  new ArrayList<>(tls.offer().policies().stream().map(TlsPolicy::name).toList());
              if (!names.contains(now)) {
                names.addFirst(now);
              }
              box.getItems().setAll(names);
              box.setValue(now);
            });
    FormField field = Picker.labelled(tls.id() + "-policy", texts.get("routing.policy"), box);
    Notice old =
        new Notice(tls.id() + "-policy-old", Tone.WARNING, texts.get("routing.policy.old"));
    old.visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> tls.policyKnown().map(TlsOffer::allowsOldTls).orElse(false),
                forms.changes(),
                tls.offer().policiesProperty()));
    old.managedProperty().bind(old.visibleProperty());
    VBox both = new VBox(field, old);
    both.getStyleClass().add("form-field");
    return both;
  }

  private String policyText(String name) {
    return tls.offer().policies().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .map(
            each ->
                texts.get(
                    name.equals(tls.offer().recommended())
                        ? "routing.policy.recommended"
                        : "routing.policy.item",
                    name,
                    String.join(", ", each.protocols().stream().map(TlsView::version).toList())))
        .orElse(name);
  }

  /** AWS writes TLSv1 and TLSv1.3. */
  private static String version(String protocol) {
    return protocol.equals("TLSv1") ? "TLS 1.0" : protocol.replace("TLSv", "TLS ");
  }
}
