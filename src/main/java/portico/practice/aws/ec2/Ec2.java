package portico.practice.aws.ec2;

import java.util.HashMap;
import java.util.Map;
import portico.practice.aws.http.QueryForm;
import portico.practice.aws.http.Service;
import portico.practice.aws.http.Service.QueryOperation;

/** The simulated EC2. */
public final class Ec2 {
  private Ec2() {}

  /** The service with its operations. */
  public static Service service() {
    Map<String, QueryOperation> operations = new HashMap<>();
    operations.put("DescribeRegions", Places::describeRegions);
    operations.put("DescribeAvailabilityZones", Places::describeZones);
    operations.put("DescribeAccountAttributes", Places::describeAccountAttributes);
    operations.put("DescribeVpcs", Vpcs::describe);
    operations.put("DescribeVpcAttribute", Vpcs::describeAttribute);
    operations.put("DescribeSubnets", Subnets::describe);
    operations.put("DescribeRouteTables", Routing::describeTables);
    operations.put("DescribeInternetGateways", Routing::describeGateways);
    operations.put("DescribeIpamPools", IpamPools::describe);
    operations.put("DescribeInstances", Instances::describe);
    operations.put("StartInstances", Instances::start);
    operations.put("StopInstances", Instances::stop);
    operations.put("DescribeNetworkInterfaces", NetworkInterfaces::describe);
    operations.put("DescribeSecurityGroups", SecurityGroups::describe);
    operations.put("CreateSecurityGroup", SecurityGroups::create);
    operations.put("DeleteSecurityGroup", SecurityGroups::delete);
    operations.put("DescribeSecurityGroupRules", GroupRules::describe);
    operations.put("ModifySecurityGroupRules", GroupRules::modify);
    operations.put("AuthorizeSecurityGroupIngress", GroupRules.authorize(false));
    operations.put("AuthorizeSecurityGroupEgress", GroupRules.authorize(true));
    operations.put("RevokeSecurityGroupIngress", GroupRules.revoke(false));
    operations.put("RevokeSecurityGroupEgress", GroupRules.revoke(true));
    operations.put("CreateTags", Tags::create);
    operations.put("DeleteTags", Tags::delete);
    operations.put("DescribeTags", Tags::describe);
    return new Service.Query(QueryForm.EC2, Map.copyOf(operations));
  }
}
