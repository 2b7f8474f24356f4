package portico.practice.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static portico.practice.provider.ProviderCaller.RECORD;

import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DiffResponse;

/** Names of the user's own that lead to a load balancer. */
class AliasRecordTest {
  private static final Duration MOMENT = Duration.ofMillis(5);
  private static final Duration LIMIT = Duration.ofMillis(300);
  private static final String BALANCER = "Demo-1234.us-west-2.elb.amazonaws.com";
  private static final String KEY = "api.example.com. A";
  private static final String ID = FakeRoute53.ZONE + "_api.example.com_A";

  private final FakeRoute53 dns = new FakeRoute53();
  private BundledProvider provider;
  private ProviderCaller caller;

  @BeforeEach
  void start() throws IOException {
    provider =
        BundledProvider.start(
            new ProviderClients(
                new FakeEc2(),
                new FakeElb(),
                new FakeLambda(),
                new FakeWaf(),
                dns,
                new FakeS3(),
                "us-west-2"),
            new ProviderTiming(MOMENT, MOMENT, LIMIT, LIMIT, LIMIT, LIMIT));
    caller = new ProviderCaller(provider);
  }

  @AfterEach
  void stop() {
    caller.close();
    provider.close();
  }

  private static PropertyMap record(String name, String balancer) {
    PropertyMap alias =
        PropertyMap.ofTexts(Map.of("name", balancer, "zoneId", "Z1H1FL5HABSF5"))
            .with("evaluateTargetHealth", PropertyValue.of(true));
    return PropertyMap.ofTexts(Map.of("zoneId", FakeRoute53.ZONE, "name", name, "type", "A"))
        .with("aliases", new PropertyValue.Items(List.of(alias)));
  }

  @Test
  void a_record_is_made_read_and_removed() {
    dns.pending = 3;
    PropertyMap inputs = record("api.example.com", BALANCER);

    CreateResponse made = caller.create(RECORD, inputs);

    PropertyMap state = Wire.decode(made.getProperties());
    assertThat(made.getId()).isEqualTo(ID);
    assertThat(dns.pending).as("waits until every server knows").isNegative();
    assertThat(state.text("fqdn")).hasValue("api.example.com");
    assertThat(state.fields()).containsAllEntriesOf(inputs.fields());
    assertThat(caller.diff(RECORD, state, inputs).getChanges())
        .isEqualTo(DiffResponse.DiffChanges.DIFF_NONE);

    caller.delete(RECORD, made.getId(), state);
    assertThat(dns.records).isEmpty();
    assertThat(caller.read(RECORD, made.getId(), state, inputs).getId()).isEmpty();
    caller.delete(RECORD, made.getId(), state);
  }

  @Test
  void a_record_is_read_by_its_id_alone() {
    caller.create(RECORD, record("*.example.com", BALANCER));

    var read =
        caller.read(
            RECORD, FakeRoute53.ZONE + "_*.example.com_A", PropertyMap.EMPTY, PropertyMap.EMPTY);

    assertThat(
            caller
                .diff(RECORD, Wire.decode(read.getProperties()), record("*.example.com", BALANCER))
                .getChanges())
        .isEqualTo(DiffResponse.DiffChanges.DIFF_NONE);
  }

  @Test
  void a_record_of_an_interrupted_run_is_taken_over() {
    caller.create(RECORD, record("api.example.com", BALANCER));

    assertThat(caller.create(RECORD, record("api.example.com", BALANCER)).getId()).isEqualTo(ID);
  }

  @Test
  void a_record_that_leads_elsewhere_is_left_alone_and_named() {
    caller.create(RECORD, record("api.example.com", "other-1.us-west-2.elb.amazonaws.com"));
    var standing = dns.records.get(KEY);

    assertThatThrownBy(() -> caller.create(RECORD, record("api.example.com", BALANCER)))
        .isInstanceOf(StatusRuntimeException.class)
        .hasMessageContaining(
            "a record api.example.com of type A in hosted zone " + FakeRoute53.ZONE)
        .hasMessageContaining("already exists and was not made by this environment");
    assertThat(dns.records).containsEntry(KEY, standing);
  }

  @Test
  void a_record_follows_another_load_balancer_where_it_stands() {
    CreateResponse made = caller.create(RECORD, record("api.example.com", BALANCER));
    PropertyMap state = Wire.decode(made.getProperties());
    PropertyMap wanted = record("api.example.com", "new-5678.us-west-2.elb.amazonaws.com");

    DiffResponse diff = caller.diff(RECORD, state, wanted);
    caller.update(RECORD, made.getId(), state, wanted);

    assertThat(diff.getChanges()).isEqualTo(DiffResponse.DiffChanges.DIFF_SOME);
    assertThat(diff.getReplacesList()).isEmpty();
    assertThat(dns.records)
        .extractingByKey(KEY)
        .extracting(each -> each.aliasTarget().dnsName())
        .isEqualTo("new-5678.us-west-2.elb.amazonaws.com.");
  }

  @Test
  void a_record_that_somebody_has_pointed_elsewhere_meanwhile_stays() {
    CreateResponse made = caller.create(RECORD, record("api.example.com", BALANCER));
    PropertyMap state = Wire.decode(made.getProperties());
    caller.update(RECORD, made.getId(), state, record("api.example.com", "other.example.net"));

    caller.delete(RECORD, made.getId(), state);

    assertThat(dns.records).containsKey(KEY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"API.example.com", "api.example.com."})
  void a_name_is_the_same_however_it_is_written(String name) {
    CreateResponse made = caller.create(RECORD, record("api.example.com", BALANCER));

    assertThat(
            caller
                .diff(RECORD, Wire.decode(made.getProperties()), record(name, BALANCER))
                .getChanges())
        .isEqualTo(DiffResponse.DiffChanges.DIFF_NONE);
  }

  @Test
  void another_name_needs_a_new_record() {
    PropertyMap state =
        Wire.decode(caller.create(RECORD, record("api.example.com", BALANCER)).getProperties());

    DiffResponse diff = caller.diff(RECORD, state, record("chat.example.com", BALANCER));

    assertThat(diff.getReplacesList()).containsExactly("name");
    assertThat(diff.getDeleteBeforeReplace()).isFalse();
  }

  @Test
  void a_change_that_stays_pending_ends_at_the_limit_with_the_record_kept() {
    dns.pending = Integer.MAX_VALUE;

    assertThatThrownBy(() -> caller.create(RECORD, record("api.example.com", BALANCER)))
        .satisfies(failed -> assertThat(ProviderCaller.kept(failed).getId()).isEqualTo(ID));
  }

  @Test
  void what_this_provider_does_not_make_is_refused_at_the_check() {
    PropertyMap inputs =
        record("api.example.com", BALANCER)
            .with("type", PropertyValue.of("CNAME"))
            .with("allowOverwrite", PropertyValue.of(true))
            .with("aliases", new PropertyValue.Items(List.of()));

    assertThat(caller.failures(RECORD, inputs))
        .containsOnlyKeys("type", "allowOverwrite", "aliases");
  }
}
