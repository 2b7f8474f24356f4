package portico.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import portico.model.EnvironmentSpec;
import portico.model.ListenerRuleSpec;
import portico.model.ListenerSpec;
import portico.model.TargetGroupSpec;
import portico.testing.FilledValues;
import portico.testing.RandomSpecs;

/** What is written reads back equal, for random specs right and wrong. */
class SpecRoundTripTest {
  private static final int SPECS = 2_000;

  @Test
  void whatever_is_written_reads_back_equal() {
    for (long seed = 0; seed < SPECS; seed++) {
      EnvironmentSpec spec = new RandomSpecs(seed).next();

      Optional<EnvironmentSpec> read =
          new SpecReader().draft(SpecFile.write(spec)).map(SpecStandIn::of);

      assertThat(read).as("seed %d", seed).contains(spec);
    }
  }

  @Test
  void a_spec_in_which_everything_is_set_reads_back_equal() {
    EnvironmentSpec spec = (EnvironmentSpec) FilledValues.of(EnvironmentSpec.class).getFirst();

    assertThat(new SpecReader().draft(SpecFile.write(spec)).map(SpecStandIn::of)).contains(spec);
  }

  @Test
  void every_form_of_the_model_is_among_them() {
    Set<Class<?>> forms = new HashSet<>();
    RandomSpecs specs = new RandomSpecs(1);
    for (int count = 0; count < SPECS; count++) {
      EnvironmentSpec spec = specs.next();
      spec.targetGroups().stream().flatMap(SpecRoundTripTest::forms).forEach(forms::add);
      spec.listeners().stream().flatMap(SpecRoundTripTest::forms).forEach(forms::add);
    }

    assertThat(forms.stream().map(Class::getSimpleName))
        .containsExactlyInAnyOrder(
            "InstanceTarget",
            "IpTarget",
            "LambdaTarget",
            "Off",
            "LoadBalancerCookie",
            "ApplicationCookie",
            "Forward",
            "Redirect",
            "FixedResponse",
            "PathPattern",
            "HostHeader",
            "HttpHeader",
            "RequestMethod",
            "QueryString",
            "SourceIp",
            "ApiKey");
  }

  @Test
  void the_same_seed_gives_the_same_specs() {
    RandomSpecs one = new RandomSpecs(7);
    RandomSpecs other = new RandomSpecs(7);

    for (int count = 0; count < 50; count++) {
      assertThat(one.next()).isEqualTo(other.next());
    }
  }

  private static Stream<Class<?>> forms(TargetGroupSpec group) {
    return Stream.concat(
        group.targets().stream().map(Object::getClass),
        Stream.of(group.attributes().stickiness().getClass()));
  }

  private static Stream<Class<?>> forms(ListenerSpec listener) {
    return Stream.concat(
        Stream.of(listener.defaultAction().getClass()),
        listener.rules().stream().flatMap(SpecRoundTripTest::forms));
  }

  private static Stream<Class<?>> forms(ListenerRuleSpec rule) {
    return Stream.concat(
        Stream.of(rule.action().getClass()), rule.conditions().stream().map(Object::getClass));
  }
}
