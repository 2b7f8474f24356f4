package portico.desktop.wizard.routing;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import portico.catalog.Catalog;
import portico.catalog.Catalogs;
import portico.catalog.Certificate;
import portico.catalog.TlsPolicy;
import portico.desktop.fx.Background;
import portico.desktop.wizard.draft.NetworkChoice;
import portico.desktop.wizard.draft.Place;
import portico.desktop.wizard.form.LoadState;
import portico.desktop.wizard.form.Loader;

/** The certificates and security policies of the place, read when a listener first needs them. */
final class TlsOffer {
  /** What AWS recommends where nothing is known of old clients (describe-ssl-policies.html). */
  static final String RECOMMENDED_POLICY = "ELBSecurityPolicy-TLS13-1-2-2021-06";

  private final Catalogs catalogs;
  private final Background background;
  private final InstantSource clock;
  private final ObservableValue<Optional<NetworkChoice>> network;
  private final Loader<List<Certificate>> certificates;
  private final Loader<List<TlsPolicy>> policies;
  private Optional<Place> read = Optional.empty();

  TlsOffer(
      Catalogs catalogs,
      Background background,
      InstantSource clock,
      ObservableValue<Optional<NetworkChoice>> network) {
    this.catalogs = catalogs;
    this.background = background;
    this.clock = clock;
    this.network = network;
    certificates = new Loader<>(background);
    policies = new Loader<>(background);
  }

  ReadOnlyObjectProperty<LoadState<List<Certificate>>> certificatesProperty() {
    return certificates.stateProperty();
  }

  ReadOnlyObjectProperty<LoadState<List<TlsPolicy>>> policiesProperty() {
    return policies.stateProperty();
  }

  List<Certificate> certificates() {
    return certificates.state().value().orElse(List.of());
  }

  List<TlsPolicy> policies() {
    return policies.state().value().orElse(List.of());
  }

  /** The region to ask for a certificate in; an empty text while none is chosen. */
  String region() {
    return place().map(Place::region).orElse("");
  }

  Instant now() {
    return clock.instant();
  }

  /** Reads what was not read yet for the place. */
  void need() {
    if (place().isPresent() && !place().equals(read)) {
      reload();
    }
  }

  void reload() {
    read = place();
    read.ifPresent(
        place -> {
          policies.load(place.reading(catalogs, Catalog::tlsPolicies));
          certificates.load(place.reading(catalogs, Catalog::certificates));
        });
  }

  Catalogs catalogs() {
    return catalogs;
  }

  Background background() {
    return background;
  }

  /** Where certificates are looked for; empty while no network is chosen. */
  Optional<Place> place() {
    return network.getValue().map(NetworkChoice::place);
  }

  /** Whether a listener can show it: issued, and not expired. */
  boolean isUsable(Certificate certificate) {
    return certificate.status().equals("ISSUED")
        && certificate.notAfter().map(end -> end.isAfter(now())).orElse(true);
  }

  /** Whether clients can use TLS 1.0 or 1.1, which RFC 8996 forbids. */
  static boolean allowsOldTls(TlsPolicy policy) {
    return policy.protocols().contains("TLSv1") || policy.protocols().contains("TLSv1.1");
  }

  /** The policy to begin with. */
  String recommended() {
    List<TlsPolicy> known = policies();
    boolean there = known.stream().anyMatch(each -> each.name().equals(RECOMMENDED_POLICY));
    return there
        ? RECOMMENDED_POLICY
        : known.stream()
            .filter(each -> each.protocols().contains("TLSv1.3") && !allowsOldTls(each))
            .findFirst()
            .map(TlsPolicy::name)
            .orElse(RECOMMENDED_POLICY);
  }
}
