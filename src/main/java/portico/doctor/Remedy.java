package portico.doctor;

import java.util.Optional;
import portico.model.EnvironmentSpec;

/** What cures a cause. */
public sealed interface Remedy {
  /** Deploying this spec in place of the one there is. */
  record Fix(Kind kind, EnvironmentSpec spec) implements Remedy {}

  /**
   * Something to do by hand.
   *
   * @param command exactly what to run; empty where there is no command
   */
  record Instruction(Step step, Optional<String> command) implements Remedy {}

  /** What a fix changes. */
  enum Kind {
    ADMIT_BALANCER,
    ADD_SUBNET,
    REMOVE_TARGET,
    CHANGE_PORT,
    CHECK_TRAFFIC_PORT,
    CHANGE_PATH,
    WAIT_LONGER,
    ACCEPT_CODE,
    TURN_CHECKS_ON
  }

  /** What is to be done by hand. */
  enum Step {
    START_INSTANCE,
    LISTEN_EVERYWHERE,
    OPEN_TARGET,
    OPEN_BALANCER,
    LOOK_AT_SERVER,
    ASK_LOCALLY,
    FORWARD,
    WAIT,
    REGISTER
  }
}
