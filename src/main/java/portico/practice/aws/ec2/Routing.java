package portico.practice.aws.ec2;

import java.util.List;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.Pages;
import portico.practice.aws.http.Parameters;
import portico.practice.aws.http.Xml;
import portico.practice.aws.state.Account;
import portico.practice.aws.state.InternetGateway;
import portico.practice.aws.state.Route;
import portico.practice.aws.state.RouteAssociation;
import portico.practice.aws.state.RouteTable;

/** Route tables and internet gateways. */
final class Routing {
  private static final Filters<RouteTable> TABLE_FILTERS =
      new Filters<RouteTable>()
          .by("route-table-id", RouteTable::id)
          .by("vpc-id", RouteTable::vpcId)
          .by("owner-id", _ -> Account.ID)
          .byAll("association.main", Routing::mains)
          .byAll("association.subnet-id", Routing::subnets)
          .byAll(
              "association.route-table-association-id",
              table -> table.associations().stream().map(RouteAssociation::id).toList())
          .byAll("association.route-table-id", table -> List.of(table.id()))
          .byAll("route.gateway-id", table -> targets(table, "igw-", "local"))
          .byAll("route.nat-gateway-id", table -> targets(table, "nat-", "nat-"))
          .byAll(
              "route.destination-cidr-block",
              table -> table.routes().stream().map(Route::destination).toList())
          .byAll("route.state", table -> table.routes().stream().map(_ -> "active").toList())
          .tagged(RouteTable::tags);

  private static final Filters<InternetGateway> GATEWAY_FILTERS =
      new Filters<InternetGateway>()
          .by("internet-gateway-id", InternetGateway::id)
          .by("attachment.vpc-id", InternetGateway::vpcId)
          .by("attachment.state", _ -> "available")
          .by("owner-id", _ -> Account.ID)
          .tagged(InternetGateway::tags);

  private Routing() {}

  private static List<String> mains(RouteTable table) {
    return table.associations().stream().map(each -> String.valueOf(each.main())).toList();
  }

  private static List<String> subnets(RouteTable table) {
    return table.associations().stream().flatMap(each -> each.subnetId().stream()).toList();
  }

  private static List<String> targets(RouteTable table, String start, String orStart) {
    return table.routes().stream()
        .map(Route::target)
        .filter(target -> target.startsWith(start) || target.startsWith(orStart))
        .toList();
  }

  static void describeTables(Call call, Parameters parameters, Xml xml) {
    List<RouteTable> named =
        Lookup.named(
            parameters, "RouteTableId", call.state().routeTables(), Lookup.Kind.ROUTE_TABLE);
    Pages<RouteTable> page = Pages.ec2(parameters, TABLE_FILTERS.select(parameters, named), 5, 100);
    xml.list("routeTableSet", "item", page.items(), table -> write(table, xml));
    xml.maybe("nextToken", page.next());
  }

  private static void write(RouteTable table, Xml xml) {
    xml.text("routeTableId", table.id()).text("vpcId", table.vpcId());
    xml.text("ownerId", Account.ID);
    xml.list("routeSet", "item", table.routes(), route -> write(route, xml));
    xml.list(
        "associationSet",
        "item",
        table.associations(),
        each ->
            xml.text("routeTableAssociationId", each.id())
                .text("routeTableId", table.id())
                .maybe("subnetId", each.subnetId())
                .text("main", each.main())
                .in("associationState", () -> xml.text("state", "associated")));
    xml.in("propagatingVgwSet", () -> {});
    Lookup.tags(xml, table.tags());
  }

  private static void write(Route route, Xml xml) {
    boolean translated = route.target().startsWith("nat-");
    boolean ipv6 = route.destination().contains(":");
    xml.text(ipv6 ? "destinationIpv6CidrBlock" : "destinationCidrBlock", route.destination())
        .text(translated ? "natGatewayId" : "gatewayId", route.target())
        .text("state", "active")
        .text("origin", route.target().equals("local") ? "CreateRouteTable" : "CreateRoute");
  }

  static void describeGateways(Call call, Parameters parameters, Xml xml) {
    List<InternetGateway> named =
        Lookup.named(
            parameters, "InternetGatewayId", call.state().internetGateways(), Lookup.Kind.GATEWAY);
    Pages<InternetGateway> page =
        Pages.ec2(parameters, GATEWAY_FILTERS.select(parameters, named), 5, 1000);
    xml.list("internetGatewaySet", "item", page.items(), gateway -> write(gateway, xml));
    xml.maybe("nextToken", page.next());
  }

  private static void write(InternetGateway gateway, Xml xml) {
    xml.text("internetGatewayId", gateway.id()).text("ownerId", Account.ID);
    xml.list(
        "attachmentSet",
        "item",
        List.of(gateway.vpcId()),
        vpc -> xml.text("vpcId", vpc).text("state", "available"));
    Lookup.tags(xml, gateway.tags());
  }
}
