package portico.desktop.wizard.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import portico.catalog.Answer;
import portico.catalog.Catalogs;
import portico.catalog.CertificateRequests;
import portico.catalog.RequestedCertificate;
import portico.catalog.ValidationPlan;
import portico.desktop.fx.Latest;
import portico.desktop.wizard.draft.Place;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.routing.CertificateState.Busy;
import portico.desktop.wizard.routing.CertificateState.Closed;
import portico.desktop.wizard.routing.CertificateState.Failed;
import portico.desktop.wizard.routing.CertificateState.Known;
import portico.desktop.wizard.routing.CertificateState.Open;
import portico.model.CertificateNameFault;
import portico.model.CertificateNames;

/** Requests a certificate for a listener, and follows the request until ACM has issued it. */
final class CertificateForm {
  /** Between two looks at a request. */
  static final Duration PERIOD = Duration.ofSeconds(4);

  /** After this the user is asked whether to look on: validation can take three days. */
  static final Duration LIMIT = Duration.ofMinutes(30);

  private final TlsOffer offer;
  private final Forms forms;
  private final String id;
  private final Consumer<String> issued;
  private final Field domain;
  private final Field further;
  private final Latest latest = new Latest();
  private final ReadOnlyObjectWrapper<CertificateState> state =
      new ReadOnlyObjectWrapper<>(new Closed());
  private Optional<Place> place = Optional.empty();
  private Instant watchedUntil = Instant.MIN;
  private boolean asking;

  /** {@code issued} is told the ARN of a certificate that listeners can use from now on. */
  CertificateForm(Forms forms, TlsOffer offer, String id, Consumer<String> issued) {
    this.forms = forms;
    this.offer = offer;
    this.id = id;
    this.issued = issued;
    domain =
        new Field(
            id + "-domain",
            forms.texts().get("routing.request.domain"),
            text -> words(CertificateNames.firstFault(text), text));
    further =
        new Field(
            id + "-further", forms.texts().get("routing.request.further"), this::furtherFault);
  }

  String id() {
    return id;
  }

  ReadOnlyObjectProperty<CertificateState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  Field domain() {
    return domain;
  }

  /** Further names, with blanks, commas or new lines between them. */
  Field further() {
    return further;
  }

  String region() {
    return offer.region();
  }

  private Optional<String> words(Optional<CertificateNameFault> fault, String name) {
    return fault.map(each -> forms.texts().certificates().of(each, name));
  }

  private Optional<String> furtherFault(String text) {
    if (names(text).size() > CertificateNames.FURTHER_MAX) {
      return Optional.of(
          forms.texts().get("routing.request.too-many", CertificateNames.FURTHER_MAX));
    }
    return names(text).stream()
        .flatMap(each -> words(CertificateNames.fault(each), each).stream())
        .findFirst();
  }

  private static List<String> names(String text) {
    return Stream.of(text.split("[\\s,;]+")).filter(each -> !each.isEmpty()).toList();
  }

  /** Asks for the names. */
  void open() {
    latest.begin(nothing -> {});
    state.set(new Open());
  }

  /** Shows nothing more; a request that was made goes on at ACM. */
  void close() {
    latest.begin(nothing -> {});
    state.set(new Closed());
  }

  /** Requests the certificate, unless a name is wrong. */
  void request() {
    domain.reveal();
    further.reveal();
    if (!domain.isValid() || !further.isValid() || offer.place().isEmpty()) {
      return;
    }
    CertificateNames names = new CertificateNames(domain.text(), names(further.text()));
    place = offer.place();
    state.set(new Busy(forms.texts().get("routing.request.requesting", names.domain())));
    ask(
        requests ->
            switch (requests.request(names)) {
              case Answer.Found<String>(String arn) -> requests.state(arn);
              case Answer.Failed<String>(var failure) -> Answer.failed(failure);
            },
        answer -> {
          offer.reload();
          first(answer);
        });
  }

  /** Shows how far a request is that was made before. */
  void show(String arn) {
    place = offer.place();
    state.set(new Busy(forms.texts().get("routing.request.reading")));
    ask(requests -> requests.state(arn), this::first);
  }

  private void first(Answer<RequestedCertificate> answer) {
    switch (answer) {
      case Answer.Found<RequestedCertificate>(RequestedCertificate found) -> {
        watchedUntil = offer.now().plus(LIMIT);
        apply(Known.of(found), found);
      }
      case Answer.Failed<RequestedCertificate>(var failure) -> state.set(new Failed(failure));
    }
  }

  /** Looks again at what is waited for; does nothing while there is nothing to wait for. */
  void poll() {
    if (asking || !(state.get() instanceof Known known) || !known.waits()) {
      return;
    }
    if (!offer.now().isBefore(watchedUntil)) {
      state.set(known.watched(false));
      return;
    }
    look(known.certificate().arn());
  }

  /** Goes on waiting after the limit, or asks Route 53 once more. */
  void lookAgain() {
    if (state.get() instanceof Known known) {
      watchedUntil = offer.now().plus(LIMIT);
      state.set(known.watched(true).untroubled());
      look(known.certificate().arn());
    }
  }

  private void look(String arn) {
    ask(
        requests -> requests.state(arn),
        answer -> {
          if (state.get() instanceof Known known) {
            switch (answer) {
              case Answer.Found<RequestedCertificate>(RequestedCertificate found) ->
                  apply(known.untroubled(), found);
              case Answer.Failed<RequestedCertificate>(var failure) ->
                  state.set(known.troubled(failure));
            }
          }
        });
  }

  private void apply(Known known, RequestedCertificate found) {
    Known now = known.with(found);
    state.set(now);
    if (found.isIssued()) {
      issuedHere(found.arn());
    } else if (now.waits() && found.knowsRecords() && now.plan().isEmpty()) {
      ask(requests -> requests.plan(found.records()), this::planned);
    }
  }

  /** A certificate of another region than the one chosen by now is of no use. */
  private void issuedHere(String arn) {
    if (place.equals(offer.place())) {
      offer.reload();
      issued.accept(arn);
    }
  }

  private void planned(Answer<ValidationPlan> answer) {
    if (state.get() instanceof Known known) {
      state.set(
          switch (answer) {
            case Answer.Found<ValidationPlan>(ValidationPlan plan) -> known.planned(plan);
            case Answer.Failed<ValidationPlan>(var failure) -> known.withoutRoute53(failure);
          });
    }
  }

  /** Writes the records that were shown into the zones that were shown. */
  void write() {
    if (state.get() instanceof Known known && known.canWrite()) {
      ValidationPlan plan = known.plan().orElseThrow();
      state.set(known.writing(true));
      watchedUntil = offer.now().plus(LIMIT);
      ask(requests -> requests.write(plan.writable()), this::written);
    }
  }

  private void written(Answer<Integer> answer) {
    if (state.get() instanceof Known known) {
      state.set(
          switch (answer) {
            case Answer.Found<Integer> _ -> known.wrote();
            case Answer.Failed<Integer>(var failure) -> known.writing(false).troubled(failure);
          });
    }
  }

  private <T> void ask(
      Function<? super CertificateRequests, Answer<T>> question, Consumer<Answer<T>> then) {
    asking = true;
    Consumer<Answer<T>> unlessClosed = latest.begin(then);
    offer
        .background()
        .run(
            asking(place.orElseThrow(), offer.catalogs(), question),
            answer -> {
              asking = false;
              unlessClosed.accept(answer);
            });
  }

  private static <T> Supplier<Answer<T>> asking(
      Place place, Catalogs catalogs, Function<? super CertificateRequests, Answer<T>> question) {
    return () -> {
      try (CertificateRequests requests = catalogs.certificates(place.account(), place.region())) {
        return question.apply(requests);
      }
    };
  }
}
