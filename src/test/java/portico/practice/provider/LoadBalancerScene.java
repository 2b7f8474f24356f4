package portico.practice.provider;

import static portico.practice.provider.ProviderCaller.LOAD_BALANCER;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Portico's provider before a scripted Elastic Load Balancing. */
abstract class LoadBalancerScene {
  static final Duration MOMENT = Duration.ofMillis(5);
  static final Duration LIMIT = Duration.ofMillis(300);
  final FakeElb elb = new FakeElb();
  BundledProvider provider;
  ProviderCaller caller;

  @BeforeEach
  void start() throws IOException {
    start(LIMIT);
  }

  final void start(Duration balancerLimit) throws IOException {
    provider =
        BundledProvider.start(
            new ProviderClients(
                new FakeEc2(),
                elb,
                new FakeLambda(),
                new FakeWaf(),
                new FakeRoute53(),
                new FakeS3(),
                "us-west-2"),
            new ProviderTiming(MOMENT, MOMENT, balancerLimit, LIMIT, LIMIT, LIMIT));
    caller = new ProviderCaller(provider);
  }

  @AfterEach
  void stop() {
    caller.close();
    provider.close();
  }

  PropertyMap balancer() {
    return caller.checked(LOAD_BALANCER, Inputs.loadBalancer());
  }

  void awaitCreation() {
    new Patience(new ProviderTiming(MOMENT, MOMENT, LIMIT, LIMIT, LIMIT, LIMIT), new Cancellation())
        .until(
            "the creation",
            Duration.ofSeconds(10),
            () -> elb.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(true),
            () -> "nothing was made");
  }
}
