package portico.practice.aws.elb;

import java.util.HashMap;
import java.util.Map;
import portico.practice.aws.http.QueryForm;
import portico.practice.aws.http.Service;
import portico.practice.aws.http.Service.QueryOperation;

/** The simulated Elastic Load Balancing v2. */
public final class Elb {
  private Elb() {}

  /** The service with its operations. */
  public static Service service() {
    Map<String, QueryOperation> operations = new HashMap<>();
    balancers(operations);
    targets(operations);
    listeners(operations);
    operations.put("AddTags", ElbTags::add);
    operations.put("RemoveTags", ElbTags::remove);
    operations.put("DescribeTags", ElbTags::describe);
    operations.put("DescribeAccountLimits", Limits::describe);
    operations.put("DescribeSSLPolicies", SslPolicies::describe);
    return new Service.Query(QueryForm.ELB, Map.copyOf(operations));
  }

  private static void balancers(Map<String, QueryOperation> operations) {
    operations.put("CreateLoadBalancer", CreateBalancer::run);
    operations.put("DescribeLoadBalancers", Balancers::describe);
    operations.put("DeleteLoadBalancer", Balancers::delete);
    operations.put("DescribeLoadBalancerAttributes", BalancerAttributes::describe);
    operations.put("ModifyLoadBalancerAttributes", BalancerAttributes::modify);
    operations.put("SetSecurityGroups", Balancers::setSecurityGroups);
    operations.put("SetSubnets", Balancers::setSubnets);
    operations.put("SetIpAddressType", Balancers::setIpAddressType);
    operations.put("ModifyIpPools", IpPools::modify);
    operations.put("DescribeCapacityReservation", Balancers::describeCapacityReservation);
  }

  private static void targets(Map<String, QueryOperation> operations) {
    operations.put("CreateTargetGroup", CreateTargetGroup::run);
    operations.put("DescribeTargetGroups", TargetGroups::describe);
    operations.put("ModifyTargetGroup", TargetGroups::modify);
    operations.put("DeleteTargetGroup", TargetGroups::delete);
    operations.put("DescribeTargetGroupAttributes", TargetGroupAttributes::describe);
    operations.put("ModifyTargetGroupAttributes", TargetGroupAttributes::modify);
    operations.put("RegisterTargets", Targets::register);
    operations.put("DeregisterTargets", Targets::deregister);
    operations.put("DescribeTargetHealth", Targets::describeHealth);
  }

  private static void listeners(Map<String, QueryOperation> operations) {
    operations.put("CreateListener", Listeners::create);
    operations.put("DescribeListeners", Listeners::describe);
    operations.put("ModifyListener", Listeners::modify);
    operations.put("DeleteListener", Listeners::delete);
    operations.put("DescribeListenerAttributes", ListenerAttributes::describe);
    operations.put("ModifyListenerAttributes", ListenerAttributes::modify);
    operations.put("AddListenerCertificates", ListenerCertificates::add);
    operations.put("RemoveListenerCertificates", ListenerCertificates::remove);
    operations.put("DescribeListenerCertificates", ListenerCertificates::describe);
    operations.put("CreateRule", Rules::create);
    operations.put("DescribeRules", Rules::describe);
    operations.put("ModifyRule", Rules::modify);
    operations.put("DeleteRule", Rules::delete);
    operations.put("SetRulePriorities", Rules::setPriorities);
  }
}
