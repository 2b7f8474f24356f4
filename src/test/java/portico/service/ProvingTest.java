package portico.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import portico.catalog.Certificate;
import portico.catalog.CloudAccount;
import portico.environment.Environment;
import portico.model.ApiKeyGate;
import portico.model.ConditionSpec;
import portico.model.EnvironmentSpec;
import portico.model.ListenerSpec;
import portico.model.Protocol;
import portico.model.TlsSpec;
import portico.proof.ProofChoices;
import portico.proof.ProofControl;
import portico.proof.ProofEndpoint;
import portico.proof.ProofListener;
import portico.proof.ProofRequest;
import portico.testing.FakeServices;
import portico.testing.Samples;

/** Proofs of environments, with what AWS and this machine say about them. */
class ProvingTest {
  private static final String ARN = "arn:aws:acm:us-west-2:000000000000:certificate/1";

  private final FakeServices fakes = new FakeServices();
  private final Proving proving = new Proving(fakes.services());

  private Optional<Proving.Proven> prove(Environment environment) {
    return proving.prove(environment, ProofChoices.USUAL, ProofListener.NONE, new ProofControl());
  }

  private ProofRequest asked(Environment environment) {
    assertThat(prove(environment)).isPresent();
    return fakes.proof.asked.getLast();
  }

  private static Environment with(Environment like, ListenerSpec listener) {
    EnvironmentSpec spec = like.spec().orElseThrow();
    return changed(
        like,
        Optional.of(
            new EnvironmentSpec(
                spec.region(),
                spec.service(),
                spec.loadBalancer(),
                spec.targetGroups(),
                List.of(listener),
                spec.access(),
                Map.of())),
        like.account(),
        like.outputs());
  }

  private static Environment changed(
      Environment like,
      Optional<EnvironmentSpec> spec,
      Optional<CloudAccount> account,
      Map<String, String> outputs) {
    return new Environment(
        like.name(),
        like.state(),
        spec,
        account,
        like.provider(),
        new TreeMap<>(outputs),
        like.resources(),
        like.lastChange());
  }

  private static ListenerSpec plain(Environment of) {
    return of.spec().orElseThrow().listeners().getFirst();
  }

  private static ListenerSpec secure(Environment of) {
    return new ListenerSpec(
        "secure",
        Protocol.HTTPS,
        443,
        Optional.of(new TlsSpec("ELBSecurityPolicy-TLS13-1-2-2021-06", ARN, List.of())),
        plain(of).defaultAction(),
        List.of());
  }

  @Test
  void a_report_is_kept_and_found_again() {
    Environment deployed = Samples.deployed("llama", Samples.PROFILE);
    Proving.Proven proven = prove(deployed).orElseThrow();

    assertThat(proven.notKept()).isEmpty();
    assertThat(proving.kept(deployed)).containsExactly(proven.report());
    assertThat(proving.kept(Samples.deployed("another", Samples.PROFILE))).isEmpty();
  }

  @Test
  void a_report_that_cannot_be_kept_is_there_all_the_same() {
    fakes.proofs.refusal = Optional.of("no space left on device");

    assertThat(prove(Samples.deployed("llama", Samples.PROFILE)).orElseThrow().notKept())
        .contains("no space left on device");
  }

  @Test
  void what_has_no_address_or_is_not_porticos_is_not_asked() {
    Environment whole = Samples.deployed("llama", Samples.PROFILE);
    List<Environment> impossible =
        List.of(
            changed(whole, Optional.empty(), whole.account(), whole.outputs()),
            changed(whole, whole.spec(), Optional.empty(), whole.outputs()),
            changed(whole, whole.spec(), whole.account(), Map.of()));

    for (Environment each : impossible) {
      assertThat(Proving.possible(each)).isFalse();
      assertThat(prove(each)).isEmpty();
    }
    assertThat(Proving.possible(whole)).isTrue();
    assertThat(fakes.proof.asked).isEmpty();
  }

  @Test
  void practice_is_asked_on_this_machine_and_real_accounts_where_they_are() {
    ProofRequest practice = asked(Samples.deployed("llama", Samples.PRACTICE));
    assertThat(practice.practice()).isTrue();
    assertThat(practice.authority()).contains(Path.of("practice", "ca.pem"));
    assertThat(practice.endpoints().getFirst().via()).contains(fakes.practice.address);

    ProofRequest real = asked(Samples.deployed("llama", Samples.PROFILE));
    assertThat(real.practice()).isFalse();
    assertThat(real.authority()).isEmpty();
    assertThat(real.endpoints().getFirst().via()).isEmpty();
  }

  @Test
  void certificates_are_read_for_listeners_that_have_one() {
    Environment deployed = Samples.deployed("llama", Samples.PROFILE);
    fakes.catalog.certificates.add(
        new Certificate(ARN, "models.example.com", List.of(), "ISSUED", Optional.empty()));

    assertThat(asked(deployed).endpoints().getFirst().certificateDomain()).isEmpty();
    assertThat(fakes.catalogs.opened).as("nothing to read for plain HTTP").isEmpty();
    assertThat(asked(with(deployed, secure(deployed))).endpoints().getFirst().certificateDomain())
        .contains("models.example.com");
    assertThat(fakes.catalogs.opened).hasSize(1);
  }

  @Test
  void a_key_is_that_of_the_environment() {
    Environment deployed = Samples.deployed("llama", Samples.PROFILE);
    Environment gated =
        with(
            deployed,
            ApiKeyGate.close(plain(deployed), new ConditionSpec.ApiKey("X-Api-Key", "", "team-a")));
    fakes.keys.keys.put("another/team-a", "wrong");
    assertThat(asked(gated).endpoints().getFirst().key())
        .hasValueSatisfying(key -> assertThat(key.value()).isEmpty());

    fakes.keys.keys.put("llama/team-a", "right");
    assertThat(asked(gated).endpoints().getFirst().key().flatMap(ProofEndpoint.Key::value))
        .contains("right");
  }
}
