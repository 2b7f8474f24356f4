package portico.export;

/** A type of resource, by its names in Terraform and Pulumi. */
enum ResourceType {
  SECURITY_GROUP("aws_security_group", "ec2", "SecurityGroup"),
  INGRESS_RULE("aws_vpc_security_group_ingress_rule", "vpc", "SecurityGroupIngressRule"),
  EGRESS_RULE("aws_vpc_security_group_egress_rule", "vpc", "SecurityGroupEgressRule"),
  BUCKET("aws_s3_bucket", "s3", "BucketV2"),
  BUCKET_ENCRYPTION(
      "aws_s3_bucket_server_side_encryption_configuration",
      "s3",
      "BucketServerSideEncryptionConfigurationV2"),
  BUCKET_LIFECYCLE("aws_s3_bucket_lifecycle_configuration", "s3", "BucketLifecycleConfigurationV2"),
  BUCKET_PRIVACY("aws_s3_bucket_public_access_block", "s3", "BucketPublicAccessBlock"),
  BUCKET_POLICY("aws_s3_bucket_policy", "s3", "BucketPolicy"),
  LOAD_BALANCER("aws_lb", "lb", "LoadBalancer"),
  WEB_ACL_ASSOCIATION("aws_wafv2_web_acl_association", "wafv2", "WebAclAssociation"),
  DNS_RECORD("aws_route53_record", "route53", "Record"),
  TARGET_GROUP("aws_lb_target_group", "lb", "TargetGroup"),
  PERMISSION("aws_lambda_permission", "lambda", "Permission"),
  ATTACHMENT("aws_lb_target_group_attachment", "lb", "TargetGroupAttachment"),
  LISTENER("aws_lb_listener", "lb", "Listener"),
  LISTENER_CERTIFICATE("aws_lb_listener_certificate", "lb", "ListenerCertificate"),
  LISTENER_RULE("aws_lb_listener_rule", "lb", "ListenerRule");

  private final String terraform;
  private final String module;
  private final String className;

  ResourceType(String terraform, String module, String className) {
    this.terraform = terraform;
    this.module = module;
    this.className = className;
  }

  String terraform() {
    return terraform;
  }

  /** The module of the Pulumi package, such as lb. */
  String module() {
    return module;
  }

  String className() {
    return className;
  }

  /** The token that Pulumi's state and import files use. */
  String token() {
    String file = Character.toLowerCase(className.charAt(0)) + className.substring(1);
    return "aws:" + module + "/" + file + ":" + className;
  }

  /** Whether the provider can take over one that exists. */
  boolean importable() {
    return this != ATTACHMENT;
  }
}
