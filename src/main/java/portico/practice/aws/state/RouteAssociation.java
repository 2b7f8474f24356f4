package portico.practice.aws.state;

import java.util.Optional;

/** Ties a route table to a subnet, or, without a subnet, makes it its VPC's main table. */
public record RouteAssociation(String id, Optional<String> subnetId) {

  /** Whether this makes the table the main one of its VPC. */
  public boolean main() {
    return subnetId.isEmpty();
  }
}
