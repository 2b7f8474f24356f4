package portico.desktop.wizard.routing;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import portico.catalog.Certificate;

/** A certificate in a listener's list: shown to clients or not. */
final class CertificateRow {
  /** ACM renews 60 days before the end; what is nearer than this has met an obstacle. */
  static final int WARNING_DAYS = 30;

  private final Certificate certificate;
  private final boolean usable;
  private final OptionalLong daysLeft;
  private final BooleanProperty chosen = new SimpleBooleanProperty();
  private final BooleanProperty standard = new SimpleBooleanProperty();
  private final BooleanBinding selectable;

  CertificateRow(Certificate certificate, TlsOffer offer) {
    this.certificate = certificate;
    usable = offer.isUsable(certificate);
    daysLeft =
        certificate.notAfter().stream()
            .mapToLong(end -> Duration.between(offer.now(), end).toDays())
            .findFirst();
    selectable = Bindings.createBooleanBinding(() -> usable || chosen.get(), chosen);
  }

  Certificate certificate() {
    return certificate;
  }

  String arn() {
    return certificate.arn();
  }

  /** Issued and not expired. */
  boolean isUsable() {
    return usable;
  }

  /** Whole days until it expires, below 0 afterwards; empty when it never was issued. */
  OptionalLong daysLeft() {
    return daysLeft;
  }

  boolean expiresSoon() {
    return usable && daysLeft.isPresent() && daysLeft.getAsLong() < WARNING_DAYS;
  }

  /** The names that it covers beside its domain. */
  Stream<String> furtherNames() {
    return certificate.alternativeNames().stream()
        .filter(each -> !each.equals(certificate.domain()));
  }

  BooleanProperty chosenProperty() {
    return chosen;
  }

  /** Whether it is shown to clients that ask for no name, or for one of no certificate. */
  BooleanProperty standardProperty() {
    return standard;
  }

  /** What is not usable can only be given up. */
  ObservableBooleanValue selectable() {
    return selectable;
  }

  /** Why it cannot be chosen: ACM's status. */
  Optional<String> obstacle() {
    if (usable) {
      return Optional.empty();
    }
    return Optional.of(certificate.status().equals("ISSUED") ? "EXPIRED" : certificate.status());
  }
}
