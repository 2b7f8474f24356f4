package portico.model;

/** Who can reach the nodes of a load balancer: the internet, or only the VPC. */
public enum Scheme {
  INTERNET_FACING("internet-facing"),
  INTERNAL("internal");

  private final String awsName;

  Scheme(String awsName) {
    this.awsName = awsName;
  }

  /** The value in AWS's API and in spec files. */
  public String awsName() {
    return awsName;
  }
}
