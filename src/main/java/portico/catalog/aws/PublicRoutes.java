package portico.catalog.aws;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.RouteState;
import software.amazon.awssdk.services.ec2.model.RouteTable;

/**
 * Which subnets of a VPC reach the internet: those whose route table sends 0.0.0.0/0 to an internet
 * gateway. A subnet without a table of its own follows the VPC's main table (VPC guide, "Subnet
 * route table associations").
 */
record PublicRoutes(boolean mainTable, Map<String, Boolean> bySubnet) {

  /** The most that DescribeRouteTables takes. */
  private static final int PAGE = 100;

  static PublicRoutes of(AwsCall call, AwsClients clients, String vpcId) {
    var tables =
        call.of(
            AwsService.EC2,
            "DescribeRouteTables",
            () ->
                clients
                    .ec2()
                    .describeRouteTablesPaginator(
                        request -> request.filters(AwsNetworks.inVpc(vpcId)).maxResults(PAGE))
                    .routeTables()
                    .stream()
                    .toList());
    boolean main = false;
    Map<String, Boolean> bySubnet = new HashMap<>();
    for (RouteTable table : tables) {
      boolean open = leadsOut(table);
      for (var association : table.associations()) {
        if (association.subnetId() != null) {
          bySubnet.put(association.subnetId(), open);
        } else if (Boolean.TRUE.equals(association.main())) {
          main = open;
        }
      }
    }
    return new PublicRoutes(main, Map.copyOf(bySubnet));
  }

  boolean reach(String subnetId) {
    return bySubnet.getOrDefault(subnetId, mainTable);
  }

  /** A route to a gateway that was deleted stays, as a blackhole. */
  private static boolean leadsOut(RouteTable table) {
    return table.routes().stream()
        .anyMatch(
            route ->
                "0.0.0.0/0".equals(route.destinationCidrBlock())
                    && route.gatewayId() != null
                    && route.gatewayId().startsWith("igw-")
                    && route.state() != RouteState.BLACKHOLE);
  }
}
