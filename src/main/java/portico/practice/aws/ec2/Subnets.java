package portico.practice.aws.ec2;

import java.util.List;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.Pages;
import portico.practice.aws.http.Parameters;
import portico.practice.aws.http.Xml;
import portico.practice.aws.state.Account;
import portico.practice.aws.state.Subnet;
import portico.practice.aws.state.Zone;

/** Subnets. */
final class Subnets {
  private Subnets() {}

  private static Filters<Subnet> filters(Call call) {
    return new Filters<Subnet>()
        .by("subnet-id", Subnet::id)
        .by("vpc-id", Subnet::vpcId)
        .by("availability-zone", Subnet::zone)
        .by("availabilityZone", Subnet::zone)
        .by("availability-zone-id", subnet -> zoneId(call, subnet))
        .by("cidr", Subnet::cidr)
        .by("cidr-block", Subnet::cidr)
        .by("cidrBlock", Subnet::cidr)
        .byAll("ipv6-cidr-block-association.ipv6-cidr-block", Subnets::ipv6)
        .by("default-for-az", Subnet::zoneDefault)
        .by("defaultForAz", Subnet::zoneDefault)
        .by("map-public-ip-on-launch", Subnet::publicAddresses)
        .by("available-ip-address-count", subnet -> call.state().freeAddresses(subnet))
        .by("owner-id", _ -> Account.ID)
        .by("state", _ -> "available")
        .by("subnet-arn", subnet -> arn(call, subnet))
        .tagged(Subnet::tags);
  }

  private static List<String> ipv6(Subnet subnet) {
    return subnet.ipv6Cidr().stream().toList();
  }

  static void describe(Call call, Parameters parameters, Xml xml) {
    List<Subnet> named =
        Lookup.named(parameters, "SubnetId", call.state().subnets(), Lookup.Kind.SUBNET);
    Pages<Subnet> page = Pages.ec2(parameters, filters(call).select(parameters, named), 5, 1000);
    xml.list("subnetSet", "item", page.items(), subnet -> write(call, subnet, xml));
    xml.maybe("nextToken", page.next());
  }

  private static void write(Call call, Subnet subnet, Xml xml) {
    xml.text("subnetId", subnet.id())
        .text("subnetArn", arn(call, subnet))
        .text("state", "available")
        .text("ownerId", Account.ID)
        .text("vpcId", subnet.vpcId())
        .text("cidrBlock", subnet.cidr())
        .list(
            "ipv6CidrBlockAssociationSet",
            "item",
            ipv6(subnet),
            cidr ->
                xml.text("associationId", subnet.id().replace("subnet-", "subnet-cidr-assoc-"))
                    .text("ipv6CidrBlock", cidr)
                    .in("ipv6CidrBlockState", () -> xml.text("state", "associated")))
        .text("availableIpAddressCount", call.state().freeAddresses(subnet))
        .text("availabilityZone", subnet.zone())
        .text("availabilityZoneId", zoneId(call, subnet))
        .text("defaultForAz", subnet.zoneDefault())
        .text("mapPublicIpOnLaunch", subnet.publicAddresses())
        .text("mapCustomerOwnedIpOnLaunch", false)
        .text("assignIpv6AddressOnCreation", false)
        .text("enableDns64", false)
        .text("ipv6Native", false);
    Lookup.tags(xml, subnet.tags());
  }

  private static String arn(Call call, Subnet subnet) {
    return call.arn("ec2", "subnet/" + subnet.id());
  }

  private static String zoneId(Call call, Subnet subnet) {
    return call.state().zones().stream()
        .filter(zone -> zone.name().equals(subnet.zone()))
        .map(Zone::id)
        .findFirst()
        .orElse("");
  }
}
