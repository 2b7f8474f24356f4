package portico.practice.provider;

import java.util.List;
import java.util.Map;

/** Inputs of a plain resource of each type. */
final class Inputs {
  static final String GROUP_ARN =
      "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/demo/0123456789abcdef";
  static final String BALANCER_ARN =
      "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/demo/0123456789abcdef";
  static final Map<String, String> OWNER =
      Map.of("portico:environment", "demo", "portico:installation", "one");

  private Inputs() {}

  static PropertyMap loadBalancer() {
    return PropertyMap.EMPTY
        .with("name", PropertyValue.of("demo"))
        .with("subnets", PropertyValue.of(List.of("subnet-a", "subnet-b")))
        .with("securityGroups", PropertyValue.of(List.of("sg-1")))
        .with("tags", PropertyMap.ofTexts(OWNER));
  }

  static PropertyMap targetGroup() {
    return PropertyMap.EMPTY
        .with("name", PropertyValue.of("demo"))
        .with("port", PropertyValue.of(8000))
        .with("protocol", PropertyValue.of("HTTP"))
        .with("vpcId", PropertyValue.of("vpc-1"))
        .with("tags", PropertyMap.ofTexts(OWNER));
  }

  static PropertyMap listener() {
    return PropertyMap.EMPTY
        .with("loadBalancerArn", PropertyValue.of(BALANCER_ARN))
        .with("port", PropertyValue.of(80))
        .with("protocol", PropertyValue.of("HTTP"))
        .with("defaultActions", new PropertyValue.Items(List.of(forward(GROUP_ARN))));
  }

  static PropertyMap forward(String group) {
    return PropertyMap.EMPTY
        .with("type", PropertyValue.of("forward"))
        .with("targetGroupArn", PropertyValue.of(group));
  }

  static PropertyMap weighted(String group) {
    PropertyMap target =
        PropertyMap.EMPTY.with("arn", PropertyValue.of(group)).with("weight", PropertyValue.of(1));
    return PropertyMap.EMPTY
        .with("type", PropertyValue.of("forward"))
        .with(
            "forward",
            PropertyMap.EMPTY.with("targetGroups", new PropertyValue.Items(List.of(target))));
  }

  static PropertyMap ingress() {
    return PropertyMap.EMPTY
        .with("securityGroupId", PropertyValue.of("sg-1"))
        .with("ipProtocol", PropertyValue.of("tcp"))
        .with("fromPort", PropertyValue.of(80))
        .with("toPort", PropertyValue.of(80))
        .with("cidrIpv4", PropertyValue.of("203.0.113.7/32"));
  }
}
