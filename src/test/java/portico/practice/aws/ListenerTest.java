package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.acm.model.CertificateSummary;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ListenerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;

/** Listeners, their actions and certificates, and AWS's rules for them. */
class ListenerTest {
  @TempDir private Path folder;

  private Simulation simulation;

  @BeforeEach
  void start() {
    simulation = new Simulation(folder);
  }

  @AfterEach
  void stop() {
    simulation.close();
  }

  private static final Action OK =
      Action.builder().type("fixed-response").fixedResponseConfig(f -> f.statusCode("200")).build();

  private Listener create(Consumer<CreateListenerRequest.Builder> otherwise) {
    LoadBalancer balancer = simulation.balancer("demo", _ -> {});
    CreateListenerRequest.Builder request =
        CreateListenerRequest.builder()
            .loadBalancerArn(balancer.loadBalancerArn())
            .protocol("HTTP")
            .port(80)
            .defaultActions(OK);
    otherwise.accept(request);
    return simulation.elb.createListener(request.build()).listeners().getFirst();
  }

  private String refusal(Consumer<CreateListenerRequest.Builder> otherwise) {
    return Refusal.codeOf(() -> create(otherwise));
  }

  private Certificate certificate(String domain) {
    String arn =
        simulation.acm.listCertificates().certificateSummaryList().stream()
            .filter(each -> each.domainName().equals(domain))
            .map(CertificateSummary::certificateArn)
            .findFirst()
            .orElseThrow();
    return Certificate.builder().certificateArn(arn).build();
  }

  @ParameterizedTest
  @CsvSource({"1", "65535"})
  void ports_go_from_1_to_65535(int port) {
    assertThat(create(r -> r.port(port)).port()).isEqualTo(port);
  }

  @ParameterizedTest
  @CsvSource({"HTTP, 0", "HTTP, 65536", "TCP, 80", "FTP, 80"})
  void other_ports_and_protocols_are_refused(String protocol, int port) {
    assertThat(refusal(r -> r.protocol(protocol).port(port))).isEqualTo("ValidationError");
  }

  @Test
  void a_port_takes_one_listener() {
    create(_ -> {});

    assertThat(refusal(_ -> {})).isEqualTo("DuplicateListener");
  }

  @Test
  void a_load_balancer_has_room_for_50_listeners() {
    IntStream.rangeClosed(1, 50).forEach(port -> create(r -> r.port(port)));

    assertThat(refusal(r -> r.port(51))).isEqualTo("TooManyListeners");
  }

  @Test
  void https_needs_an_issued_certificate_and_gets_a_policy() {
    assertThat(refusal(r -> r.protocol("HTTPS"))).isEqualTo("ValidationError");
    for (String unusable : List.of("new.example.com", "old.example.com")) {
      assertThat(refusal(r -> r.protocol("HTTPS").certificates(certificate(unusable))))
          .isEqualTo("UnsupportedCertificate");
    }
    Certificate absent =
        Certificate.builder()
            .certificateArn("arn:aws:acm:us-west-2:123456789012:certificate/none")
            .build();
    assertThat(refusal(r -> r.protocol("HTTPS").certificates(absent)))
        .isEqualTo("CertificateNotFound");

    Listener made = create(r -> r.protocol("HTTPS").certificates(certificate("demo.example.com")));
    assertThat(made.sslPolicy()).isEqualTo("ELBSecurityPolicy-2016-08");
    assertThat(made.certificates()).containsExactly(certificate("demo.example.com"));
  }

  @Test
  void https_has_one_default_certificate_and_http_none() {
    assertThat(
            refusal(
                r ->
                    r.protocol("HTTPS")
                        .certificates(
                            certificate("demo.example.com"), certificate("*.ml.example.com"))))
        .isEqualTo("ValidationError");
    assertThat(refusal(r -> r.certificates(certificate("demo.example.com"))))
        .isEqualTo("ValidationError");
  }

  @Test
  void a_policy_must_exist() {
    assertThat(
            refusal(
                r ->
                    r.protocol("HTTPS")
                        .certificates(certificate("demo.example.com"))
                        .sslPolicy("ELBSecurityPolicy-none")))
        .isEqualTo("SSLPolicyNotFound");
  }

  @Test
  void further_certificates_can_be_added_and_removed_but_not_the_default_one() {
    Listener made = create(r -> r.protocol("HTTPS").certificates(certificate("demo.example.com")));
    String arn = made.listenerArn();
    simulation.elb.addListenerCertificates(
        r -> r.listenerArn(arn).certificates(certificate("*.ml.example.com")));
    assertThat(simulation.elb.describeListenerCertificates(r -> r.listenerArn(arn)).certificates())
        .extracting(Certificate::isDefault)
        .containsExactly(true, false);

    simulation.elb.removeListenerCertificates(
        r -> r.listenerArn(arn).certificates(certificate("*.ml.example.com")));
    assertThat(
            Refusal.codeOf(
                () ->
                    simulation.elb.removeListenerCertificates(
                        r -> r.listenerArn(arn).certificates(certificate("demo.example.com")))))
        .isEqualTo("OperationNotPermitted");
  }

  @Test
  void a_new_default_certificate_replaces_only_the_old_one() {
    String arn =
        create(r -> r.protocol("HTTPS").certificates(certificate("demo.example.com")))
            .listenerArn();
    simulation.elb.addListenerCertificates(
        r -> r.listenerArn(arn).certificates(certificate("*.ml.example.com")));

    simulation.elb.modifyListener(
        r -> r.listenerArn(arn).certificates(certificate("demo.example.com")));
    assertThat(certificates(arn)).containsExactly("demo.example.com", "*.ml.example.com");
    simulation.elb.modifyListener(
        r -> r.listenerArn(arn).certificates(certificate("soon.example.com")));
    assertThat(certificates(arn)).containsExactly("soon.example.com", "*.ml.example.com");
  }

  private List<String> certificates(String listener) {
    return simulation
        .elb
        .describeListenerCertificates(r -> r.listenerArn(listener))
        .certificates()
        .stream()
        .map(
            each ->
                simulation
                    .acm
                    .describeCertificate(r -> r.certificateArn(each.certificateArn()))
                    .certificate()
                    .domainName())
        .toList();
  }

  @Test
  void a_listener_can_be_modified_and_deleted() {
    Listener made = create(_ -> {});
    String arn = made.listenerArn();
    simulation.elb.modifyListener(r -> r.listenerArn(arn).port(8080));
    assertThat(
            simulation
                .elb
                .describeListeners(r -> r.loadBalancerArn(made.loadBalancerArn()))
                .listeners())
        .extracting(Listener::port)
        .containsExactly(8080);

    simulation.elb.deleteListener(r -> r.listenerArn(arn));
    assertThat(Refusal.codeOf(() -> simulation.elb.describeListeners(r -> r.listenerArns(arn))))
        .isEqualTo("ListenerNotFound");
  }

  @Test
  void http_can_become_https_when_it_gets_a_certificate() {
    String arn = create(_ -> {}).listenerArn();
    assertThat(
            Refusal.codeOf(
                () -> simulation.elb.modifyListener(r -> r.listenerArn(arn).protocol("HTTPS"))))
        .isEqualTo("ValidationError");

    Listener next =
        simulation
            .elb
            .modifyListener(
                r ->
                    r.listenerArn(arn)
                        .protocol("HTTPS")
                        .certificates(certificate("demo.example.com")))
            .listeners()
            .getFirst();
    assertThat(next.protocolAsString()).isEqualTo("HTTPS");
  }

  @Test
  void a_listener_has_attributes() {
    String arn = create(_ -> {}).listenerArn();
    ListenerAttribute server =
        ListenerAttribute.builder()
            .key("routing.http.response.server.enabled")
            .value("false")
            .build();
    simulation.elb.modifyListenerAttributes(r -> r.listenerArn(arn).attributes(server));

    assertThat(simulation.elb.describeListenerAttributes(r -> r.listenerArn(arn)).attributes())
        .contains(server);
  }

  @Test
  void listeners_are_asked_for_by_well_formed_arns_only() {
    assertThat(
            Refusal.codeOf(
                () -> simulation.elb.describeListeners(r -> r.listenerArns("not-an-arn"))))
        .isEqualTo("ValidationError");
    assertThat(Refusal.codeOf(() -> simulation.elb.describeListeners(r -> {})))
        .isEqualTo("ValidationError");
  }
}
