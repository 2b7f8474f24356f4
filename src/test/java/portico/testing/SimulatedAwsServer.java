package portico.testing;

import static portico.testing.Answers.value;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import portico.catalog.Catalog;
import portico.catalog.Instance;
import portico.catalog.Subnet;
import portico.practice.aws.SimulatedAws;
import portico.practice.aws.SimulationSettings;
import portico.practice.aws.data.DataPlaneSettings;
import portico.testing.AwsScene.Ground;

/** The built-in simulated AWS over a folder of the test, for as long as one test runs. */
public final class SimulatedAwsServer implements AutoCloseable {
  private final SimulatedAws aws;

  public SimulatedAwsServer(Path folder) {
    this(folder, quick());
  }

  private SimulatedAwsServer(Path folder, SimulationSettings settings) {
    try {
      aws = SimulatedAws.start(folder, settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SimulationSettings quick() {
    return SimulationSettings.defaults()
        .withProvisioning(Duration.ofMillis(50))
        .withDeletion(Duration.ofMillis(300));
  }

  /** One whose load balancers take requests. */
  public static SimulatedAwsServer serving(Path folder) {
    DataPlaneSettings fast =
        DataPlaneSettings.defaults()
            .with(Duration.ofMillis(20), Duration.ofSeconds(1), Duration.ofMillis(10));
    return new SimulatedAwsServer(folder, quick().withDataPlane(fast));
  }

  /** Where a listener is reached on this machine; empty if it does not exist. */
  public Optional<InetSocketAddress> listener(String dnsName, int port) {
    try {
      return aws.listener(dnsName, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI uri() {
    return aws.endpoint();
  }

  /** The seeded VPC for inference, as the catalogue tells it. */
  public static Ground ground(Catalog catalog) {
    var vpc =
        value(catalog.vpcs()).stream()
            .filter(known -> known.name().equals("ml-platform"))
            .findFirst()
            .orElseThrow();
    var subnets = value(catalog.subnets(vpc.id()));
    return new Ground(
        vpc.id(),
        List.of(named(subnets, "ml-platform-public-a"), named(subnets, "ml-platform-public-b")),
        named(subnets, "ml-platform-private-a"),
        value(catalog.instances(vpc.id())).stream()
            .filter(instance -> instance.name().equals("vllm-llama-3-8b-a"))
            .map(Instance::id)
            .findFirst()
            .orElseThrow());
  }

  private static String named(List<Subnet> subnets, String name) {
    return subnets.stream()
        .filter(subnet -> subnet.name().equals(name))
        .map(Subnet::id)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    aws.close();
  }
}
