package portico.practice.aws;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import portico.practice.aws.data.DataPlaneSettings;

/**
 * How a simulated AWS runs.
 *
 * @param port the loopback port to listen on; 0 means any free one
 * @param clock the time that everything simulated goes by
 * @param provisioning how long a new load balancer or target takes to become ready
 * @param deletion how long the network interfaces of a deleted load balancer linger
 * @param faults what goes wrong on purpose
 * @param dataPlane how the load balancers themselves run; empty if they do not
 */
public record SimulationSettings(
    int port,
    Clock clock,
    Duration provisioning,
    Duration deletion,
    Faults faults,
    Optional<DataPlaneSettings> dataPlane) {

  /** Any free port, real time, 4 s of provisioning, 1 s of deletion, no faults, no data plane. */
  public static SimulationSettings defaults() {
    return new SimulationSettings(
        0,
        Clock.systemUTC(),
        Duration.ofSeconds(4),
        Duration.ofSeconds(1),
        Faults.none(),
        Optional.empty());
  }

  /** The same settings with another port. */
  public SimulationSettings withPort(int next) {
    return new SimulationSettings(next, clock, provisioning, deletion, faults, dataPlane);
  }

  /** The same settings with another clock. */
  public SimulationSettings withClock(Clock next) {
    return new SimulationSettings(port, next, provisioning, deletion, faults, dataPlane);
  }

  /** The same settings with another time of provisioning. */
  public SimulationSettings withProvisioning(Duration next) {
    return new SimulationSettings(port, clock, next, deletion, faults, dataPlane);
  }

  /** The same settings with another time of deletion. */
  public SimulationSettings withDeletion(Duration next) {
    return new SimulationSettings(port, clock, provisioning, next, faults, dataPlane);
  }

  /** The same settings with other faults. */
  public SimulationSettings withFaults(Faults next) {
    return new SimulationSettings(port, clock, provisioning, deletion, next, dataPlane);
  }

  /** The same settings with a data plane. */
  public SimulationSettings withDataPlane(DataPlaneSettings next) {
    return new SimulationSettings(port, clock, provisioning, deletion, faults, Optional.of(next));
  }
}
