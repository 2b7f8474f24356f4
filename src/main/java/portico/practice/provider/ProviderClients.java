package portico.practice.provider;

import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.wafv2.Wafv2Client;

/**
 * The AWS clients that the provider works through. They stay the caller's: the provider never
 * closes them. They must carry their own time limits for a call, and decide region, credentials and
 * endpoint; the provider's own settings in a program (profile, keys, endpoints) change nothing.
 *
 * @param region in which buckets are made
 */
public record ProviderClients(
    Ec2Client ec2,
    ElasticLoadBalancingV2Client elb,
    LambdaClient lambda,
    Wafv2Client waf,
    Route53Client dns,
    S3Channel s3,
    String region) {}
