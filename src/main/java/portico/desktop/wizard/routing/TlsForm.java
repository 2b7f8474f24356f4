package portico.desktop.wizard.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import portico.catalog.Certificate;
import portico.catalog.TlsPolicy;
import portico.desktop.wizard.form.Problem;
import portico.model.TlsSpec;

/** How an HTTPS listener proves who it is: its certificates and its security policy. */
final class TlsForm {
  private final Forms forms;
  private final TlsOffer offer;
  private final String id;
  private final ReadOnlyObjectWrapper<String> policy;
  private final ReadOnlyObjectWrapper<List<String>> arns;
  private final ObservableList<CertificateRow> rows = FXCollections.observableArrayList();
  private final CertificateForm request;
  private boolean policyChosen;
  private boolean suggested;

  TlsForm(Forms forms, TlsOffer offer) {
    this.forms = forms;
    this.offer = offer;
    id = forms.id("certificates");
    request =
        new CertificateForm(forms, offer, forms.id("certificate-request"), this::chooseIssued);
    policy = forms.heard(new ReadOnlyObjectWrapper<>(offer.recommended()));
    arns = forms.heard(new ReadOnlyObjectWrapper<>(List.of()));
    offer.certificatesProperty().addListener((observed, before, now) -> showRows());
    offer
        .policiesProperty()
        .addListener(
            (observed, before, now) -> {
              if (!policyChosen && now.value().isPresent()) {
                policy.set(offer.recommended());
              }
            });
    showRows();
  }

  /** Intent id of the list of certificates. */
  String id() {
    return id;
  }

  TlsOffer offer() {
    return offer;
  }

  ReadOnlyObjectProperty<String> policyProperty() {
    return policy.getReadOnlyProperty();
  }

  void choosePolicy(String name) {
    policyChosen = true;
    policy.set(name);
  }

  /** What is known of the chosen policy. */
  Optional<TlsPolicy> policyKnown() {
    return offer.policies().stream().filter(each -> each.name().equals(policy.get())).findFirst();
  }

  /** The certificates to choose from, those that can be used first. */
  ObservableList<CertificateRow> rows() {
    return rows;
  }

  /** Chosen certificates that ACM does not list, such as IAM's. */
  List<String> unlisted() {
    return arns.get().stream()
        .filter(arn -> rows.stream().noneMatch(row -> row.arn().equals(arn)))
        .toList();
  }

  void choose(String arn, boolean chosen) {
    List<String> now = new ArrayList<>(arns.get());
    if (chosen && !now.contains(arn)) {
      now.add(arn);
    } else if (!chosen) {
      now.remove(arn);
    }
    set(now);
  }

  private void chooseIssued(String arn) {
    choose(arn, true);
  }

  /** For a certificate that there is not yet. */
  CertificateForm request() {
    return request;
  }

  /** Shows it to clients that ask for no name. */
  void makeDefault(String arn) {
    List<String> now = new ArrayList<>(arns.get());
    now.remove(arn);
    now.addFirst(arn);
    set(now);
  }

  void prefill(TlsSpec spec) {
    choosePolicy(spec.policy());
    suggested = true;
    List<String> all = new ArrayList<>(List.of(spec.certificateArn()));
    all.addAll(spec.furtherCertificateArns());
    set(all);
  }

  /** The listener has become an HTTPS listener: reads, and takes the only certificate there is. */
  void need() {
    offer.need();
    suggest();
  }

  private void suggest() {
    List<Certificate> usable = offer.certificates().stream().filter(offer::isUsable).toList();
    if (!suggested && !offer.certificates().isEmpty()) {
      suggested = true;
      if (arns.get().isEmpty() && usable.size() == 1) {
        set(List.of(usable.getFirst().arn()));
      }
    }
  }

  private void set(List<String> now) {
    arns.set(List.copyOf(now));
    mark();
  }

  private void mark() {
    for (CertificateRow row : rows) {
      row.chosenProperty().set(arns.get().contains(row.arn()));
      row.standardProperty().set(!arns.get().isEmpty() && arns.get().getFirst().equals(row.arn()));
    }
  }

  private void showRows() {
    List<CertificateRow> found =
        offer.certificates().stream()
            .map(each -> new CertificateRow(each, offer))
            .sorted(Comparator.comparing(row -> !row.isUsable()))
            .toList();
    rows.setAll(found);
    mark();
    for (CertificateRow row : found) {
      row.chosenProperty().addListener((observed, before, now) -> choose(row.arn(), now));
    }
    suggest();
    forms.changed();
  }

  Optional<Problem> problem() {
    if (arns.get().isEmpty()) {
      return Optional.of(new Problem(id, forms.texts().get("routing.certificate.none")));
    }
    return rows.stream()
        .filter(row -> arns.get().contains(row.arn()))
        .flatMap(
            row ->
                row.obstacle().stream()
                    .map(
                        status ->
                            new Problem(
                                id,
                                forms
                                    .texts()
                                    .get(
                                        "routing.certificate.unusable",
                                        row.certificate().domain(),
                                        status))))
        .findFirst();
  }

  Optional<TlsSpec> spec() {
    List<String> all = arns.get();
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(new TlsSpec(policy.get(), all.getFirst(), all.subList(1, all.size())));
  }
}
