package portico.practice.aws.ec2;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.Pages;
import portico.practice.aws.http.Parameters;
import portico.practice.aws.http.Xml;
import portico.practice.aws.state.Account;
import portico.practice.aws.state.NetworkInterface;

/** Network interfaces of instances and load balancers. */
final class NetworkInterfaces {
  private static final Filters<NetworkInterface> FILTERS =
      new Filters<NetworkInterface>()
          .by("network-interface-id", NetworkInterface::id)
          .by("vpc-id", NetworkInterface::vpcId)
          .by("subnet-id", NetworkInterface::subnetId)
          .by("availability-zone", NetworkInterface::zone)
          .by("description", NetworkInterface::description)
          .byAll("group-id", NetworkInterface::securityGroups)
          .by("private-ip-address", NetworkInterface::privateIp)
          .by("addresses.private-ip-address", NetworkInterface::privateIp)
          .by("status", _ -> "in-use")
          .by("attachment.status", _ -> "attached")
          .byAll("attachment.instance-id", each -> each.instanceId().stream().toList())
          .by("attachment.instance-owner-id", NetworkInterfaces::attachedBy)
          .by("requester-id", NetworkInterfaces::attachedBy)
          .by("requester-managed", each -> each.loadBalancerArn().isPresent())
          .by("interface-type", _ -> "interface")
          .by("owner-id", _ -> Account.ID)
          .tagged(_ -> Map.of());

  private NetworkInterfaces() {}

  static void describe(Call call, Parameters parameters, Xml xml) {
    List<NetworkInterface> named =
        Lookup.named(
            parameters,
            "NetworkInterfaceId",
            call.state().networkInterfaces(),
            Lookup.Kind.NETWORK_INTERFACE);
    Pages<NetworkInterface> page =
        Pages.ec2(parameters, FILTERS.select(parameters, named), 5, 1000);
    xml.list("networkInterfaceSet", "item", page.items(), each -> write(call, each, xml));
    xml.maybe("nextToken", page.next());
  }

  private static void write(Call call, NetworkInterface each, Xml xml) {
    xml.text("networkInterfaceId", each.id())
        .text("subnetId", each.subnetId())
        .text("vpcId", each.vpcId())
        .text("availabilityZone", each.zone())
        .text("description", each.description())
        .text("ownerId", Account.ID)
        .text("requesterId", attachedBy(each))
        .text("requesterManaged", each.loadBalancerArn().isPresent())
        .text("status", "in-use")
        .text("interfaceType", "interface")
        .text("privateIpAddress", each.privateIp())
        .text("privateDnsName", dnsName(call, each.privateIp()))
        .text("sourceDestCheck", true)
        .in("attachment", () -> attachment(each, each.instanceId(), xml));
    xml.list(
        "privateIpAddressesSet",
        "item",
        List.of(each.privateIp()),
        ip -> xml.text("privateIpAddress", ip).text("primary", true));
    Instances.groups(call, each.securityGroups(), xml);
    Lookup.tags(xml, Map.of());
  }

  private static void attachment(NetworkInterface each, Optional<String> instance, Xml xml) {
    xml.text("attachmentId", each.id().replace("eni-", "eni-attach-"))
        .maybe("instanceId", instance)
        .text("instanceOwnerId", attachedBy(each))
        .text("deviceIndex", instance.isPresent() ? 0 : 1)
        .text("status", "attached")
        .text("deleteOnTermination", instance.isPresent());
  }

  private static String attachedBy(NetworkInterface each) {
    return each.loadBalancerArn().isPresent() ? "amazon-elb" : Account.ID;
  }

  /** The private DNS name of an address. */
  static String dnsName(Call call, String ip) {
    return "ip-" + ip.replace('.', '-') + "." + call.region() + ".compute.internal";
  }
}
