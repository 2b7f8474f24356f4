package portico.practice.provider;

import static portico.practice.provider.FakeElb.refusal;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DeleteSecurityGroupRequest;
import software.amazon.awssdk.services.ec2.model.DeleteSecurityGroupResponse;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;

/** One security group that network interfaces hold for a while. */
final class FakeEc2 implements Ec2Client {
  final List<NetworkInterface> interfaces = new ArrayList<>();

  /** How many deletions are refused before one works. */
  int refusals;

  boolean exists = true;
  int deletions;

  @Override
  public synchronized DeleteSecurityGroupResponse deleteSecurityGroup(
      DeleteSecurityGroupRequest request) {
    deletions++;
    if (!exists) {
      throw refusal(
          "InvalidGroup.NotFound", "The security group '" + request.groupId() + "' does not exist");
    }
    if (deletions <= refusals) {
      throw refusal(
          "DependencyViolation", "resource " + request.groupId() + " has a dependent object");
    }
    exists = false;
    return DeleteSecurityGroupResponse.builder().build();
  }

  @Override
  public DescribeNetworkInterfacesResponse describeNetworkInterfaces(
      DescribeNetworkInterfacesRequest request) {
    return DescribeNetworkInterfacesResponse.builder().networkInterfaces(interfaces).build();
  }

  @Override
  public DescribeSecurityGroupsResponse describeSecurityGroups(
      DescribeSecurityGroupsRequest request) {
    return DescribeSecurityGroupsResponse.builder().build();
  }

  @Override
  public String serviceName() {
    return "ec2";
  }

  @Override
  public void close() {}
}
