package portico.practice.aws.state;

/** The states of an instance that the simulation knows, with EC2's codes. */
public enum InstanceState {
  /** Runs. */
  RUNNING(16, "running"),
  /** Stopped by its owner; keeps its private address. */
  STOPPED(80, "stopped");

  private final int code;
  private final String text;

  InstanceState(int code, String text) {
    this.code = code;
    this.text = text;
  }

  /** EC2's number for the state. */
  public int code() {
    return code;
  }

  /** EC2's word for the state. */
  public String text() {
    return text;
  }
}
