package portico.catalog.aws;

import static portico.catalog.aws.AwsService.EC2;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import portico.catalog.SecurityGroup;
import portico.catalog.SecurityGroup.Permission;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.Ipv6Range;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/** Security groups. */
final class AwsSecurityGroups {
  private final AwsClients clients;

  AwsSecurityGroups(AwsClients clients) {
    this.clients = clients;
  }

  List<SecurityGroup> of(AwsCall call, String vpcId) {
    return call.of(
        EC2,
        "DescribeSecurityGroups",
        () ->
            clients
                .ec2()
                .describeSecurityGroupsPaginator(
                    request ->
                        request.filters(AwsNetworks.inVpc(vpcId)).maxResults(AwsNetworks.PAGE))
                .securityGroups()
                .stream()
                .map(AwsSecurityGroups::group)
                .sorted(Comparator.comparing(SecurityGroup::name).thenComparing(SecurityGroup::id))
                .toList());
  }

  private static SecurityGroup group(
      software.amazon.awssdk.services.ec2.model.SecurityGroup group) {
    return new SecurityGroup(
        group.groupId(),
        group.groupName(),
        group.ipPermissions().stream().map(AwsSecurityGroups::permission).toList(),
        group.ipPermissionsEgress().stream().map(AwsSecurityGroups::permission).toList());
  }

  private static Permission permission(IpPermission permission) {
    return new Permission(
        permission.ipProtocol(),
        Optional.ofNullable(permission.fromPort()).orElse(-1),
        Optional.ofNullable(permission.toPort()).orElse(-1),
        Stream.concat(
                permission.ipRanges().stream().map(IpRange::cidrIp),
                permission.ipv6Ranges().stream().map(Ipv6Range::cidrIpv6))
            .toList(),
        permission.userIdGroupPairs().stream().map(UserIdGroupPair::groupId).toList());
  }
}
