package portico.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How Elastic Load Balancing gets to write logs into a bucket. AWS recommends one policy for all
 * regions since August 2022, in place of one that names an account of each region
 * (enable-access-logging.html, enable-connection-logs.html).
 */
public final class LogDelivery {
  /** Who writes the logs. */
  public static final String SERVICE = "logdelivery.elasticloadbalancing.amazonaws.com";

  /** Beginnings that names of buckets cannot have (AmazonS3 bucketnamingrules.html). */
  private static final List<String> RESERVED = List.of("xn--", "sthree-", "amzn-s3-demo-");

  /** Pulumi adds a hyphen and seven random hexadecimal digits. */
  private static final Pattern MADE = Pattern.compile("[a-z0-9-]+-logs-[0-9a-f]{7}");

  private LogDelivery() {}

  /**
   * The keys that logs have in the bucket, as the end of an ARN: {@code /prefix/AWSLogs/ACCOUNT/*}.
   *
   * @param account of the load balancer: a number of twelve digits, or what stands for it
   */
  public static String keys(String prefix, String account) {
    return "/" + (prefix.isEmpty() ? "" : prefix + "/") + "AWSLogs/" + account + "/*";
  }

  /**
   * The policy of a bucket of the user's, as JSON.
   *
   * @param region decides the partition
   * @param account the account of the load balancer, twelve digits
   */
  public static String policy(LogBucket.Existing bucket, String region, String account) {
    return policy(
        List.of(
            "arn:%s:s3:::%s%s"
                .formatted(partition(region), bucket.bucket(), keys(bucket.prefix(), account))));
  }

  /**
   * A policy that lets logs be written, as JSON.
   *
   * @param resources the ARNs that cover their keys, at least one
   */
  public static String policy(List<String> resources) {
    String all =
        resources.size() == 1
            ? quoted(resources.getFirst())
            : resources.stream()
                .map(each -> "        " + quoted(each))
                .collect(Collectors.joining(",\n", "[\n", "\n      ]"));
    return """
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Principal": {
            "Service": "%s"
          },
          "Action": "s3:PutObject",
          "Resource": %s
        }
      ]
    }
    """
        .formatted(SERVICE, all);
  }

  /** Prefixes within the bucket that is made, without repetition, in the order of the alphabet. */
  public static List<String> madePrefixes(LoadBalancerAttributes attributes) {
    return Stream.of(attributes.accessLogs(), attributes.connectionLogs())
        .flatMap(Optional::stream)
        .filter(LogBucket.Made.class::isInstance)
        .map(LogBucket::prefix)
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * What the name of the bucket that is made begins with. Names of buckets are unique in the world,
   * so a hyphen and what makes it unique follow; they are in lower case.
   *
   * @param balancer the load balancer's name
   */
  public static String bucketName(String balancer) {
    String lower = balancer.toLowerCase(Locale.ROOT);
    return (RESERVED.stream().anyMatch(lower::startsWith) ? "lb-" : "") + lower + "-logs";
  }

  /** Whether Pulumi could have made the name of a bucket from {@link #bucketName}. */
  public static boolean isMadeName(String bucket) {
    return MADE.matcher(bucket).matches();
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** Of the region: aws, aws-cn or aws-us-gov. */
  public static String partition(String region) {
    if (region.startsWith("cn-")) {
      return "aws-cn";
    }
    return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }
}
