package portico.model;

/** What a target group registers (API_CreateTargetGroup, TargetType). */
public enum TargetType {
  /** EC2 instances by id. */
  INSTANCE("instance"),
  /** Addresses, in the VPC or in networks that reach it. */
  IP("ip"),
  /** One Lambda function. */
  LAMBDA("lambda");

  private final String awsName;

  TargetType(String awsName) {
    this.awsName = awsName;
  }

  /** The value in AWS's API and in spec files. */
  public String awsName() {
    return awsName;
  }
}
