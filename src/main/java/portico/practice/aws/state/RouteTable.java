package portico.practice.aws.state;

import java.util.List;
import java.util.Map;

/** A route table with the subnets it is associated with. */
public record RouteTable(
    String id,
    String vpcId,
    List<Route> routes,
    List<RouteAssociation> associations,
    Map<String, String> tags) {

  /** Whether this is the table of subnets that have none of their own. */
  public boolean main() {
    return associations.stream().anyMatch(RouteAssociation::main);
  }

  /** Whether traffic for any address goes to an internet gateway. */
  public boolean reachesInternet() {
    return routes.stream()
        .anyMatch(
            route -> route.destination().equals("0.0.0.0/0") && route.target().startsWith("igw-"));
  }
}
