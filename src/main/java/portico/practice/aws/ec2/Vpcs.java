package portico.practice.aws.ec2;

import java.util.List;
import portico.practice.aws.http.AwsException;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.Pages;
import portico.practice.aws.http.Parameters;
import portico.practice.aws.http.Xml;
import portico.practice.aws.state.Account;
import portico.practice.aws.state.Vpc;

/** Virtual networks. */
final class Vpcs {
  private static final Filters<Vpc> FILTERS =
      new Filters<Vpc>()
          .by("vpc-id", Vpc::id)
          .by("cidr", Vpc::cidr)
          .by("cidr-block", Vpc::cidr)
          .by("cidr-block-association.cidr-block", Vpc::cidr)
          .by("is-default", Vpc::isDefault)
          .by("isDefault", Vpc::isDefault)
          .by("owner-id", _ -> Account.ID)
          .by("state", _ -> "available")
          .by("dhcp-options-id", Vpcs::dhcpOptions)
          .tagged(Vpc::tags);

  private Vpcs() {}

  static void describe(Call call, Parameters parameters, Xml xml) {
    List<Vpc> named = Lookup.named(parameters, "VpcId", call.state().vpcs(), Lookup.Kind.VPC);
    Pages<Vpc> page = Pages.ec2(parameters, FILTERS.select(parameters, named), 5, 1000);
    xml.list("vpcSet", "item", page.items(), vpc -> write(call, vpc, xml));
    xml.maybe("nextToken", page.next());
  }

  private static void write(Call call, Vpc vpc, Xml xml) {
    xml.text("vpcId", vpc.id())
        .text("ownerId", Account.ID)
        .text("state", "available")
        .text("cidrBlock", vpc.cidr())
        .list(
            "cidrBlockAssociationSet",
            "item",
            List.of(vpc.cidr()),
            cidr ->
                xml.text("associationId", vpc.id().replace("vpc-", "vpc-cidr-assoc-"))
                    .text("cidrBlock", cidr)
                    .in("cidrBlockState", () -> xml.text("state", "associated")))
        .list(
            "ipv6CidrBlockAssociationSet",
            "item",
            vpc.ipv6Cidr().stream().toList(),
            cidr ->
                xml.text("associationId", vpc.id().replace("vpc-", "vpc-cidr-assoc-6"))
                    .text("ipv6CidrBlock", cidr)
                    .text("ipv6Pool", "Amazon")
                    .text("networkBorderGroup", call.region())
                    .in("ipv6CidrBlockState", () -> xml.text("state", "associated")))
        .text("dhcpOptionsId", dhcpOptions(vpc))
        .text("instanceTenancy", "default")
        .text("isDefault", vpc.isDefault());
    Lookup.tags(xml, vpc.tags());
  }

  private static String dhcpOptions(Vpc vpc) {
    return vpc.id().replace("vpc-", "dopt-");
  }

  static void describeAttribute(Call call, Parameters parameters, Xml xml) {
    Vpc vpc =
        Lookup.one(call.state().vpcs(), Lookup.required(parameters, "VpcId"), Lookup.Kind.VPC);
    String attribute = Lookup.required(parameters, "Attribute");
    boolean value =
        switch (attribute) {
          case "enableDnsSupport" -> true;
          case "enableDnsHostnames" -> vpc.isDefault();
          case "enableNetworkAddressUsageMetrics" -> false;
          default ->
              throw new AwsException(
                  "InvalidParameterValue",
                  "Value (" + attribute + ") for parameter attribute is invalid.");
        };
    xml.text("vpcId", vpc.id()).in(attribute, () -> xml.text("value", value));
  }
}
