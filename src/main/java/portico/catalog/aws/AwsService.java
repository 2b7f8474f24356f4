package portico.catalog.aws;

import java.net.URI;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.ServiceMetadata;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.wafv2.Wafv2Client;

/** The services Portico calls, with the prefix of their IAM actions. */
enum AwsService {
  EC2("ec2"),
  ELB("elasticloadbalancing"),
  ACM("acm"),
  STS("sts"),
  IAM("iam"),
  WAF("wafv2"),
  LAMBDA("lambda"),
  ROUTE53("route53"),
  /** Without a client of the SDK: see {@link S3Requests}. */
  S3("s3");

  private final String prefix;

  AwsService(String prefix) {
    this.prefix = prefix;
  }

  /** The IAM action of an operation, such as {@code ec2:DescribeVpcs}. */
  String action(String operation) {
    return prefix + ":" + operation;
  }

  /** AWS's own address of the service in the region. */
  URI endpoint(String region) {
    return this == S3
        ? s3(region)
        : URI.create("https://" + metadata().endpointFor(Region.of(region)));
  }

  private static URI s3(String region) {
    String domain = region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
    return URI.create("https://s3." + region + "." + domain);
  }

  private ServiceMetadata metadata() {
    return switch (this) {
      case EC2 -> Ec2Client.serviceMetadata();
      case ELB -> ElasticLoadBalancingV2Client.serviceMetadata();
      case ACM -> AcmClient.serviceMetadata();
      case STS -> StsClient.serviceMetadata();
      case IAM -> IamClient.serviceMetadata();
      case WAF -> Wafv2Client.serviceMetadata();
      case LAMBDA -> LambdaClient.serviceMetadata();
      case ROUTE53 -> Route53Client.serviceMetadata();
      case S3 -> throw new IllegalStateException("S3 has no client");
    };
  }
}
