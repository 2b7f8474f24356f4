package portico.preflight;

import java.util.ArrayList;
import java.util.List;
import portico.model.EnvironmentSpec;
import portico.model.ListenerSpec;
import portico.model.LogBucket;
import portico.model.TargetType;

/** IAM actions that deploying and destroying an environment takes. */
final class Actions {
  private static final List<String> ALWAYS =
      List.of(
          "ec2:AuthorizeSecurityGroupEgress",
          "ec2:AuthorizeSecurityGroupIngress",
          "ec2:CreateSecurityGroup",
          "ec2:CreateTags",
          "ec2:DeleteSecurityGroup",
          "ec2:DescribeNetworkInterfaces",
          "ec2:DescribeSecurityGroupRules",
          "ec2:DescribeSecurityGroups",
          "ec2:DescribeSubnets",
          "ec2:RevokeSecurityGroupEgress",
          "ec2:RevokeSecurityGroupIngress",
          "elasticloadbalancing:AddTags",
          "elasticloadbalancing:CreateListener",
          "elasticloadbalancing:CreateLoadBalancer",
          "elasticloadbalancing:CreateTargetGroup",
          "elasticloadbalancing:DeleteListener",
          "elasticloadbalancing:DeleteLoadBalancer",
          "elasticloadbalancing:DeleteTargetGroup",
          "elasticloadbalancing:DeregisterTargets",
          "elasticloadbalancing:DescribeListeners",
          "elasticloadbalancing:DescribeLoadBalancerAttributes",
          "elasticloadbalancing:DescribeLoadBalancers",
          "elasticloadbalancing:DescribeTags",
          "elasticloadbalancing:DescribeTargetGroupAttributes",
          "elasticloadbalancing:DescribeTargetGroups",
          "elasticloadbalancing:DescribeTargetHealth",
          "elasticloadbalancing:ModifyLoadBalancerAttributes",
          "elasticloadbalancing:ModifyTargetGroupAttributes",
          "elasticloadbalancing:RegisterTargets");
  private static final List<String> RULES =
      List.of(
          "elasticloadbalancing:CreateRule",
          "elasticloadbalancing:DeleteRule",
          "elasticloadbalancing:DescribeRules",
          "elasticloadbalancing:ModifyRule");
  private static final List<String> CERTIFICATES =
      List.of(
          "elasticloadbalancing:AddListenerCertificates",
          "elasticloadbalancing:DescribeListenerCertificates",
          "elasticloadbalancing:RemoveListenerCertificates");
  private static final List<String> WEB_ACL =
      List.of(
          "elasticloadbalancing:SetWebACL",
          "wafv2:AssociateWebACL",
          "wafv2:DisassociateWebACL",
          "wafv2:GetWebACLForResource");

  private static final List<String> DNS =
      List.of(
          "route53:ChangeResourceRecordSets",
          "route53:GetChange",
          "route53:GetHostedZone",
          "route53:ListResourceRecordSets");
  private static final List<String> IPAM_POOL = List.of("elasticloadbalancing:ModifyIpPools");

  /** The official provider reads all of a bucket, whatever is set. */
  private static final List<String> LOG_BUCKET =
      List.of(
          "s3:CreateBucket",
          "s3:DeleteBucket",
          "s3:DeleteBucketPolicy",
          "s3:DeleteObject",
          "s3:DeleteObjectVersion",
          "s3:GetAccelerateConfiguration",
          "s3:GetBucketAcl",
          "s3:GetBucketCORS",
          "s3:GetBucketLogging",
          "s3:GetBucketObjectLockConfiguration",
          "s3:GetBucketPolicy",
          "s3:GetBucketPublicAccessBlock",
          "s3:GetBucketRequestPayment",
          "s3:GetBucketTagging",
          "s3:GetBucketVersioning",
          "s3:GetBucketWebsite",
          "s3:GetEncryptionConfiguration",
          "s3:GetLifecycleConfiguration",
          "s3:GetReplicationConfiguration",
          "s3:ListAllMyBuckets",
          "s3:ListBucket",
          "s3:ListBucketVersions",
          "s3:PutBucketPolicy",
          "s3:PutBucketPublicAccessBlock",
          "s3:PutBucketTagging",
          "s3:PutEncryptionConfiguration",
          "s3:PutLifecycleConfiguration");

  private static final List<String> LAMBDA =
      List.of("lambda:AddPermission", "lambda:GetPolicy", "lambda:RemovePermission");

  private Actions() {}

  static List<String> of(EnvironmentSpec spec) {
    List<String> actions = new ArrayList<>(ALWAYS);
    List<ListenerSpec> listeners = spec.listeners();
    if (listeners.stream().anyMatch(each -> !each.rules().isEmpty())) {
      actions.addAll(RULES);
    }
    if (listeners.stream()
        .flatMap(each -> each.tls().stream())
        .anyMatch(tls -> !tls.furtherCertificateArns().isEmpty())) {
      actions.addAll(CERTIFICATES);
    }
    if (spec.loadBalancer().webAclArn().isPresent()) {
      actions.addAll(WEB_ACL);
    }
    if (!spec.loadBalancer().dnsRecords().isEmpty()) {
      actions.addAll(DNS);
    }
    if (spec.loadBalancer().ipv4IpamPoolId().isPresent()) {
      actions.addAll(IPAM_POOL);
    }
    if (LogBucket.madeDays(spec.loadBalancer().attributes()).isPresent()) {
      actions.addAll(LOG_BUCKET);
    }
    if (spec.targetGroups().stream().anyMatch(each -> each.targetType() == TargetType.LAMBDA)) {
      actions.addAll(LAMBDA);
    }
    return List.copyOf(actions);
  }
}
