package portico.catalog.aws;

import static portico.catalog.aws.AwsService.EC2;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import portico.catalog.IpamPool;
import software.amazon.awssdk.services.ec2.model.AddressFamily;
import software.amazon.awssdk.services.ec2.model.IpamPoolState;
import software.amazon.awssdk.services.ec2.model.IpamScopeType;

/**
 * IPAM pools of public IPv4 addresses whose locale is the region: no other pool's addresses can be
 * given to a resource of the region (VPC IPAM guide, "Create a top-level IPv4 pool", locale).
 */
final class AwsIpamPools {
  private static final Set<IpamPoolState> IN_USE =
      EnumSet.of(
          IpamPoolState.CREATE_COMPLETE,
          IpamPoolState.MODIFY_IN_PROGRESS,
          IpamPoolState.MODIFY_COMPLETE);

  private final AwsClients clients;

  AwsIpamPools(AwsClients clients) {
    this.clients = clients;
  }

  List<IpamPool> all(AwsCall call) {
    return call.of(
        EC2,
        "DescribeIpamPools",
        () ->
            clients
                .ec2()
                .describeIpamPoolsPaginator(request -> request.maxResults(AwsNetworks.PAGE))
                .ipamPools()
                .stream()
                .filter(this::isForLoadBalancers)
                .map(AwsIpamPools::pool)
                .sorted(Comparator.comparing(IpamPool::label).thenComparing(IpamPool::id))
                .toList());
  }

  private boolean isForLoadBalancers(software.amazon.awssdk.services.ec2.model.IpamPool pool) {
    return pool.ipamScopeType() == IpamScopeType.PUBLIC
        && pool.addressFamily() == AddressFamily.IPV4
        && clients.region().equals(pool.locale())
        && IN_USE.contains(pool.state());
  }

  private static IpamPool pool(software.amazon.awssdk.services.ec2.model.IpamPool pool) {
    return new IpamPool(
        pool.ipamPoolId(),
        AwsNetworks.name(pool.tags()),
        Optional.ofNullable(pool.description()).orElse(""));
  }
}
