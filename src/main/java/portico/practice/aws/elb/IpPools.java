package portico.practice.aws.elb;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import portico.practice.aws.http.AwsException;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.Parameters;
import portico.practice.aws.http.Xml;
import portico.practice.aws.state.IpamPool;
import portico.practice.aws.state.LoadBalancer;

/**
 * IPAM pools of load balancers (API_IpamPools, API_ModifyIpPools; guide, "IPAM IP address pools").
 * The references name no code of their own for a pool that cannot be used, so it is the one for
 * every configuration that is not valid.
 */
final class IpPools {
  private static final int LONGEST = 1000;
  private static final Pattern FORM = Pattern.compile("ipam-pool-[a-zA-Z0-9]+");

  private IpPools() {}

  /** The pool that a request names, fit for such a load balancer. */
  static Optional<String> read(
      Call call, Parameters parameters, boolean internal, String addressType) {
    Optional<String> pool = parameters.within("IpamPools").given("Ipv4IpamPoolId");
    pool.ifPresent(id -> check(call, id, internal, addressType));
    return pool;
  }

  private static void check(Call call, String id, boolean internal, String addressType) {
    if (id.length() > LONGEST || !FORM.matcher(id).matches()) {
      throw Check.invalid(
          "Value '%s' at 'ipamPools.ipv4IpamPoolId' failed to satisfy constraint: ^(ipam-pool-)[a-zA-Z0-9]+$"
              .formatted(id));
    }
    if (internal || addressType.equals("dualstack-without-public-ipv4")) {
      throw new AwsException(
          "InvalidConfigurationRequest",
          "IPAM pools are only supported for load balancers with public IPv4 addresses");
    }
    Optional<IpamPool> pool = Optional.ofNullable(call.state().ipamPools().get(id));
    if (pool.filter(each -> each.isPublic() && each.addressFamily().equals("ipv4")).isEmpty()) {
      throw new AwsException(
          "InvalidConfigurationRequest", "The IPAM pool '" + id + "' cannot be used");
    }
  }

  static void modify(Call call, Parameters parameters, Xml xml) {
    LoadBalancer balancer = Find.balancer(call, parameters);
    List<String> removed = parameters.list("RemoveIpamPools.member");
    removed.forEach(each -> Check.oneOf("RemoveIpamPools", each, List.of("ipv4")));
    Optional<String> pool = read(call, parameters, balancer.internal(), balancer.ipAddressType());
    if (pool.isPresent() != removed.isEmpty()) {
      throw Check.invalid("You must specify either IPAM pools or IPAM pools to remove");
    }
    LoadBalancer next = balancer.from(pool);
    call.state().loadBalancers().put(next.arn(), next);
    write(next, xml);
  }

  static void write(LoadBalancer balancer, Xml xml) {
    balancer.ipamPool().ifPresent(id -> xml.in("IpamPools", () -> xml.text("Ipv4IpamPoolId", id)));
  }
}
