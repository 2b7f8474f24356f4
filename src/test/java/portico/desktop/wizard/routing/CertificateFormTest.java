package portico.desktop.wizard.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import portico.catalog.CatalogFailure;
import portico.catalog.Certificate;
import portico.desktop.wizard.routing.CertificateState.Closed;
import portico.desktop.wizard.routing.CertificateState.Failed;
import portico.desktop.wizard.routing.CertificateState.Known;
import portico.desktop.wizard.routing.CertificateState.Known.Progress;
import portico.desktop.wizard.routing.CertificateState.Open;
import portico.testing.FakeCertificateRequests;

/** A certificate requested from a listener, until the listener has it. */
class CertificateFormTest extends RoutingScene {
  private static final CatalogFailure DENIED =
      new CatalogFailure.AccessDenied("route53:ListHostedZones", "no");

  private final FakeCertificateRequests acm = catalogs.requests;
  private RoutingViewModel model = model();
  private CertificateForm form = tls().request();

  @BeforeEach
  void secure() {
    model = model();
    model.useHttps(true);
    form = tls().request();
  }

  private TlsForm tls() {
    return first(model).tls();
  }

  private void ask(String domain, String further) {
    form.open();
    form.domain().textProperty().set(domain);
    form.further().textProperty().set(further);
    form.request();
  }

  private Known known() {
    return (Known) form.stateProperty().get();
  }

  private String arn() {
    return known().certificate().arn();
  }

  /** ACM issues it, and lists it. */
  private void issue() {
    String arn = arn();
    acm.become(arn, "ISSUED");
    catalog.certificates.add(
        new Certificate(
            arn, "api.example.com", List.of("api.example.com"), "ISSUED", Optional.empty()));
  }

  @Test
  void names_are_checked_before_anything_is_sent() {
    ask("localhost", "a.*.example.com");

    assertThat(form.stateProperty().get()).isEqualTo(new Open());
    assertThat(form.domain().message().getValue()).contains("is no domain name");
    assertThat(form.further().message().getValue()).contains("asterisk");
    assertThat(acm.requested).isEmpty();
  }

  @Test
  void a_request_shows_its_records_and_where_they_could_be_written() {
    ask("api.example.com", "*.api.example.com, www.example.org");

    assertThat(acm.requested.getFirst().all())
        .containsExactly("api.example.com", "*.api.example.com", "www.example.org");
    assertThat(known().certificate().records()).hasSize(2);
    assertThat(known().plan().orElseThrow().writable()).hasSize(1);
    assertThat(known().plan().orElseThrow().elsewhere()).hasSize(1);
    assertThat(known().canWrite()).isTrue();
    assertThat(acm.written).isEmpty();
  }

  @Test
  void records_that_acm_tells_later_are_waited_for() {
    acm.recordsAtOnce = false;
    ask("api.example.com", "");
    assertThat(known().plan()).isEmpty();

    acm.tellRecords(arn());
    form.poll();
    assertThat(known().plan().orElseThrow().writable()).hasSize(1);
  }

  @Test
  void the_records_are_written_once() {
    ask("api.example.com", "");
    form.write();
    form.write();

    assertThat(acm.written).hasSize(1);
    assertThat(known().progress()).isEqualTo(Progress.WRITTEN);
    assertThat(known().waits()).isTrue();
  }

  @Test
  void once_issued_it_is_the_listeners_certificate() {
    ask("api.example.com", "");
    form.poll();
    assertThat(problem(model)).contains("Choose a certificate");
    issue();
    form.poll();

    assertThat(known().certificate().isIssued()).isTrue();
    assertThat(tls().spec().orElseThrow().certificateArn()).isEqualTo(arn());
    assertThat(problem(model)).isEmpty();
  }

  @Test
  void a_pending_one_is_taken_up_again_in_a_new_window() {
    String arn = "arn:aws:acm:us-west-2:123456789012:certificate/1";
    acm.states.put(arn, FakeCertificateRequests.pending(arn, List.of("api.example.com")));
    form.show(arn);

    assertThat(known().certificate().records()).hasSize(1);
    assertThat(known().canWrite()).isTrue();
  }

  @Test
  void after_the_limit_nothing_is_asked_until_the_user_wants_it() {
    ask("api.example.com", "");
    now = now.plus(CertificateForm.LIMIT);
    issue();
    form.poll();
    assertThat(known().watched()).isFalse();
    assertThat(known().certificate().isPending()).isTrue();
    form.poll();
    assertThat(known().certificate().isPending()).isTrue();

    form.lookAgain();
    assertThat(known().certificate().isIssued()).isTrue();
  }

  @Test
  void before_the_limit_it_is_looked_at() {
    ask("api.example.com", "");
    now = now.plus(CertificateForm.LIMIT).minus(Duration.ofSeconds(1));
    issue();
    form.poll();

    assertThat(known().certificate().isIssued()).isTrue();
  }

  @Test
  void a_look_that_fails_keeps_what_is_known_and_a_later_one_mends_it() {
    ask("api.example.com", "");
    acm.failure = Optional.of(DENIED);
    form.poll();
    assertThat(known().trouble()).contains(DENIED);
    assertThat(known().certificate().records()).hasSize(1);

    acm.failure = Optional.empty();
    form.poll();
    assertThat(known().trouble()).isEmpty();
  }

  @Test
  void a_writing_that_fails_can_be_tried_again() {
    ask("api.example.com", "");
    acm.failure = Optional.of(DENIED);
    form.write();

    assertThat(known().trouble()).contains(DENIED);
    assertThat(known().canWrite()).isTrue();
  }

  @Test
  void a_request_that_aws_refuses_is_told() {
    acm.failure = Optional.of(DENIED);
    ask("api.example.com", "");

    assertThat(form.stateProperty().get()).isEqualTo(new Failed(DENIED));
  }

  @Test
  void closing_stops_looking_and_not_the_request() {
    ask("api.example.com", "");
    String arn = arn();
    form.close();
    form.poll();

    assertThat(form.stateProperty().get()).isEqualTo(new Closed());
    assertThat(acm.states).containsKey(arn);
  }

  @Test
  void one_that_is_refused_by_acm_is_not_waited_for() {
    ask("api.example.com", "");
    acm.become(arn(), "FAILED");
    form.poll();

    assertThat(known().waits()).isFalse();
    assertThat(known().canWrite()).isFalse();
  }
}
