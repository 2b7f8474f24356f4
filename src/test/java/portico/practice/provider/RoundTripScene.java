package portico.practice.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.ReadResponse;
import software.amazon.awssdk.services.ec2.model.Subnet;

/** Portico's provider before moto, and the whole life of a resource there. */
abstract class RoundTripScene {
  static final Duration MOMENT = Duration.ofMillis(20);
  static final Duration LIMIT = Duration.ofSeconds(5);
  static MotoServer moto;
  static BundledProvider provider;
  static List<Subnet> subnets;
  ProviderCaller caller;
  int made;

  @BeforeAll
  static void start() throws Exception {
    moto = MotoServer.start();
    provider =
        BundledProvider.start(
            moto.clients(), new ProviderTiming(MOMENT, MOMENT, LIMIT, LIMIT, LIMIT, LIMIT));
    subnets = moto.clients().ec2().describeSubnets().subnets();
  }

  @AfterAll
  static void stop() {
    if (provider != null) {
      provider.close();
      moto.close();
    }
  }

  @BeforeEach
  void connect() {
    caller = new ProviderCaller(provider);
  }

  @AfterEach
  void disconnect() {
    caller.close();
  }

  /** Made, found unchanged, imported, deleted, and found gone. */
  void lifeOf(String type, PropertyMap given) {
    PropertyMap inputs = caller.checked(type, given);
    CreateResponse created = caller.create(type, inputs);
    PropertyMap state = Wire.decode(created.getProperties());
    assertUnchanged(type, created.getId(), state, inputs);
    assertImported(type, created.getId(), inputs);
    end(type, created.getId(), state);
  }

  /** Made, found unchanged, changed, found unchanged again, imported, deleted, and found gone. */
  void lifeOf(String type, PropertyMap given, PropertyMap later) {
    PropertyMap inputs = caller.checked(type, given);
    CreateResponse created = caller.create(type, inputs);
    PropertyMap state = Wire.decode(created.getProperties());
    assertUnchanged(type, created.getId(), state, inputs);

    PropertyMap changedInputs = caller.checked(type, later);
    DiffResponse diff = caller.diff(type, state, changedInputs);
    assertThat(diff.getDiffsList()).as("diff of " + type).isNotEmpty();
    assertThat(diff.getReplacesList()).as("replaces of " + type).isEmpty();
    PropertyMap changed = caller.update(type, created.getId(), state, changedInputs);
    assertUnchanged(type, created.getId(), changed, changedInputs);
    assertImported(type, created.getId(), changedInputs);
    end(type, created.getId(), changed);
  }

  void assertUnchanged(String type, String id, PropertyMap state, PropertyMap inputs) {
    assertThat(caller.diff(type, state, inputs).getDetailedDiffMap())
        .as("diff of " + type)
        .isEmpty();
    ReadResponse read = caller.read(type, id, state, inputs);
    assertThat(Wire.decode(read.getProperties())).as("state of " + type).isEqualTo(state);
    assertThat(Wire.decode(read.getInputs())).as("inputs of " + type).isEqualTo(inputs);
  }

  void assertImported(String type, String id, PropertyMap inputs) {
    ReadResponse read = caller.read(type, id, PropertyMap.EMPTY, PropertyMap.EMPTY);
    assertThat(read.getId()).isEqualTo(id);
    assertThat(caller.diff(type, Wire.decode(read.getProperties()), inputs).getDetailedDiffMap())
        .as("diff of imported " + type)
        .isEmpty();
    assertThat(caller.failures(type, Wire.decode(read.getInputs())))
        .as("check of imported " + type)
        .isEmpty();
  }

  void end(String type, String id, PropertyMap state) {
    caller.configure(PropertyMap.EMPTY);
    caller.delete(type, id, state);
    assertThat(caller.read(type, id, state, PropertyMap.EMPTY).getId())
        .as("gone " + type)
        .isEmpty();
    caller.delete(type, id, state);
  }

  PropertyMap create(String type, PropertyMap inputs) {
    return Wire.decode(caller.create(type, caller.checked(type, inputs)).getProperties());
  }

  static PropertyMap balancerInputs(String name) {
    return Inputs.loadBalancer()
        .without("securityGroups")
        .with("name", PropertyValue.of(name))
        .with(
            "subnets", PropertyValue.of(subnets.stream().limit(2).map(Subnet::subnetId).toList()));
  }

  static PropertyMap groupInputs(String name) {
    return Inputs.targetGroup()
        .with("name", PropertyValue.of(name))
        .with("vpcId", PropertyValue.of(subnets.getFirst().vpcId()));
  }

  PropertyMap securityGroup() {
    made++;
    return PropertyMap.EMPTY
        .with("name", PropertyValue.of("group-" + System.identityHashCode(this) + "-" + made))
        .with("vpcId", PropertyValue.of(subnets.getFirst().vpcId()))
        .with("tags", PropertyMap.ofTexts(Inputs.OWNER));
  }

  static PropertyMap redirect(PropertyMap balancer) {
    PropertyMap redirect =
        PropertyMap.EMPTY
            .with("port", PropertyValue.of("443"))
            .with("protocol", PropertyValue.of("HTTPS"))
            .with("statusCode", PropertyValue.of("HTTP_301"));
    return PropertyMap.EMPTY
        .with("loadBalancerArn", balancer.get("arn").orElseThrow())
        .with("port", PropertyValue.of(80))
        .with("protocol", PropertyValue.of("HTTP"))
        .with("tags", PropertyMap.ofTexts(Inputs.OWNER))
        .with(
            "defaultActions",
            items(
                PropertyMap.EMPTY
                    .with("type", PropertyValue.of("redirect"))
                    .with("redirect", redirect)));
  }

  static PropertyMap rule(PropertyMap listener, String group, String path) {
    PropertyMap onPath =
        PropertyMap.EMPTY.with(
            "pathPattern", PropertyMap.EMPTY.with("values", PropertyValue.of(List.of(path))));
    PropertyMap header =
        PropertyMap.EMPTY
            .with("httpHeaderName", PropertyValue.of("X-Key"))
            .with("values", PropertyValue.of(List.of("b", "a")));
    return PropertyMap.EMPTY
        .with("listenerArn", listener.get("arn").orElseThrow())
        .with("conditions", items(onPath, PropertyMap.EMPTY.with("httpHeader", header)))
        .with("actions", items(Inputs.weighted(group)));
  }

  static PropertyMap inline(String protocol, int from, int to, String peer, String... values) {
    PropertyMap rule =
        PropertyMap.EMPTY
            .with("protocol", PropertyValue.of(protocol))
            .with("fromPort", PropertyValue.of(from))
            .with("toPort", PropertyValue.of(to));
    return values.length == 0 ? rule : rule.with(peer, PropertyValue.of(List.of(values)));
  }

  static PropertyValue items(PropertyMap... maps) {
    return new PropertyValue.Items(List.of(maps));
  }
}
