package portico.desktop.wizard.settings;

import portico.model.LogBucket;

/**
 * The policy that lets Elastic Load Balancing write logs to a bucket (enable-access-logging.html,
 * enable-connection-logs.html).
 */
final class BucketPolicy {
  private BucketPolicy() {}

  /**
   * The policy as JSON.
   *
   * @param region decides the partition
   * @param account the account of the load balancer, twelve digits
   */
  static String json(LogBucket bucket, String region, String account) {
    String prefix = bucket.prefix().isEmpty() ? "" : bucket.prefix() + "/";
    return """
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Principal": {
            "Service": "logdelivery.elasticloadbalancing.amazonaws.com"
          },
          "Action": "s3:PutObject",
          "Resource": "arn:%s:s3:::%s/%sAWSLogs/%s/*"
        }
      ]
    }
    """
        .formatted(partition(region), bucket.bucket(), prefix, account);
  }

  private static String partition(String region) {
    if (region.startsWith("cn-")) {
      return "aws-cn";
    }
    return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }
}
