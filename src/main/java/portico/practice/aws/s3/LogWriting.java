package portico.practice.aws.s3;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import portico.practice.aws.state.Account;
import portico.practice.aws.state.Bucket;

/**
 * Whether and where Elastic Load Balancing writes logs into a bucket (enable-access-logging.html,
 * enable-connection-logs.html).
 */
public final class LogWriting {
  private static final String SERVICE = "logdelivery.elasticloadbalancing.amazonaws.com";

  /** Accounts that wrote logs before August 2022; policies that name them are still good. */
  private static final Map<String, String> LEGACY =
      Map.ofEntries(
          Map.entry("us-east-1", "127311923021"),
          Map.entry("us-east-2", "033677994240"),
          Map.entry("us-west-1", "027434742980"),
          Map.entry("us-west-2", "797873946194"),
          Map.entry("af-south-1", "098369216593"),
          Map.entry("ap-east-1", "754344448648"),
          Map.entry("ap-northeast-1", "582318560864"),
          Map.entry("ap-northeast-2", "600734575887"),
          Map.entry("ap-northeast-3", "383597477331"),
          Map.entry("ap-south-1", "718504428378"),
          Map.entry("ap-southeast-1", "114774131450"),
          Map.entry("ap-southeast-2", "783225319266"),
          Map.entry("ap-southeast-3", "589379963580"),
          Map.entry("ca-central-1", "985666609251"),
          Map.entry("eu-central-1", "054676820928"),
          Map.entry("eu-north-1", "897822967062"),
          Map.entry("eu-south-1", "635631232127"),
          Map.entry("eu-west-1", "156460612806"),
          Map.entry("eu-west-2", "652711504416"),
          Map.entry("eu-west-3", "009996457667"),
          Map.entry("me-south-1", "076674570225"),
          Map.entry("sa-east-1", "507241528517"));

  private LogWriting() {}

  /**
   * Writes the file by which AWS tries the bucket when logs are switched on.
   *
   * @param testFile its name, such as {@code ELBAccessLogTestFile}
   * @return the bucket with that file; empty when AWS may not write there
   */
  public static Optional<Bucket> tried(
      Bucket bucket, String prefix, String testFile, String region, String balancerArn) {
    String key = (prefix.isEmpty() ? "" : prefix + "/") + "AWSLogs/" + Account.ID + "/" + testFile;
    String object = "arn:aws:s3:::" + bucket.name() + "/" + key;
    boolean admitted =
        bucket
            .policy()
            .map(each -> BucketPolicy.parse(each, bucket.name()))
            .filter(each -> each.admits(writer(region, balancerArn), object))
            .isPresent();
    if (!admitted || !bucket.encryption().equals(Bucket.SSE_S3)) {
      return Optional.empty();
    }
    List<String> keys = new ArrayList<>(bucket.keys());
    if (!keys.contains(key)) {
      keys.add(key);
    }
    return Optional.of(bucket.withKeys(List.copyOf(keys)));
  }

  private static BucketPolicy.Writer writer(String region, String balancerArn) {
    List<String> names = new ArrayList<>(List.of(SERVICE));
    Optional.ofNullable(LEGACY.get(region))
        .ifPresent(
            account -> {
              names.add(account);
              names.add("arn:aws:iam::" + account + ":root");
            });
    return new BucketPolicy.Writer(
        names,
        Map.of(
            "aws:sourceaccount",
            Account.ID,
            "aws:sourcearn",
            balancerArn,
            "aws:securetransport",
            "true"));
  }
}
