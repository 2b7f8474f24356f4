package portico.practice.aws.ec2;

import java.util.List;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.Pages;
import portico.practice.aws.http.Parameters;
import portico.practice.aws.http.Xml;
import portico.practice.aws.state.Account;
import portico.practice.aws.state.IpamPool;

/** Pools of VPC IPAM (API_DescribeIpamPools). Their scopes and networks are not simulated. */
final class IpamPools {
  private static final Filters<IpamPool> FILTERS =
      new Filters<IpamPool>()
          .by("ipam-pool-id", IpamPool::id)
          .by("address-family", IpamPool::addressFamily)
          .by("ipam-scope-type", IpamPools::scope)
          .by("locale", IpamPool::locale)
          .by("state", _ -> "create-complete")
          .by("owner-id", _ -> Account.ID)
          .tagged(IpamPool::tags);

  private IpamPools() {}

  static void describe(Call call, Parameters parameters, Xml xml) {
    List<IpamPool> named =
        Lookup.named(parameters, "IpamPoolId", call.state().ipamPools(), Lookup.Kind.IPAM_POOL);
    Pages<IpamPool> page = Pages.ec2(parameters, FILTERS.select(parameters, named), 5, 1000);
    xml.list("ipamPoolSet", "item", page.items(), pool -> write(pool, xml));
    xml.maybe("nextToken", page.next());
  }

  private static String scope(IpamPool pool) {
    return pool.isPublic() ? "public" : "private";
  }

  private static void write(IpamPool pool, Xml xml) {
    xml.text("ownerId", Account.ID)
        .text("ipamPoolId", pool.id())
        .text("ipamPoolArn", "arn:aws:ec2::%s:ipam-pool/%s".formatted(Account.ID, pool.id()))
        .text("ipamScopeType", scope(pool))
        .text("ipamRegion", pool.locale())
        .text("locale", pool.locale())
        .text("poolDepth", 1)
        .text("state", "create-complete")
        .text("description", pool.description())
        .text("addressFamily", pool.addressFamily());
    Lookup.tags(xml, pool.tags());
  }
}
