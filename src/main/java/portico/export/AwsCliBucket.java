package portico.export;

import java.util.List;
import java.util.Map;
import portico.export.Stack.Resource;
import portico.export.Value.Fields;

/** Writes the AWS CLI's commands that make the bucket for logs. */
final class AwsCliBucket {
  private static final String VARIABLE = AwsCliText.variable(LogResources.BUCKET);

  private final Lines lines;
  private final String region;

  AwsCliBucket(Lines lines, String region) {
    this.lines = lines;
    this.region = region;
  }

  /** Names of buckets are unique in the world, so the time stands at the end. */
  void made(Resource bucket, Map<String, String> tags) {
    lines.line("LOG_BUCKET=\"" + bucket.name() + "-$(date +%s)\"");
    // Only this region takes no constraint (API_CreateBucket).
    String where =
        region.equals("us-east-1")
            ? ""
            : " --create-bucket-configuration LocationConstraint=" + AwsCliText.shell(region);
    lines.line(
        "aws s3api create-bucket --bucket " + VARIABLE + where + " --output text > /dev/null");
    lines.line("echo \"log_bucket $LOG_BUCKET\"");
    if (!tags.isEmpty()) {
      put("tagging", "tagging", AwsCliText.json(Map.of("TagSet", AwsCliText.pairs(tags))));
    }
  }

  void encrypted() {
    put(
        "encryption",
        "server-side-encryption-configuration",
        "{\"Rules\": [{\"ApplyServerSideEncryptionByDefault\": {\"SSEAlgorithm\": \"AES256\"}}]}");
  }

  void expiring(Fields in) {
    int days =
        AwsCliText.value(in, "rule") instanceof Value.Parts(List<Fields> rules)
                && AwsCliText.value(rules.getFirst(), "expiration")
                    instanceof Value.Part(Fields expiration)
                && AwsCliText.value(expiration, "days") instanceof Value.Count(int number)
            ? number
            : 1;
    put(
        "lifecycle-configuration",
        "lifecycle-configuration",
        ("{\"Rules\": [{\"ID\": \"expire-logs\", \"Status\": \"Enabled\", \"Filter\": {\"Prefix\": \"\"},"
                + " \"Expiration\": {\"Days\": %d}}]}")
            .formatted(days));
  }

  void closed() {
    lines.line("aws s3api put-public-access-block --bucket " + VARIABLE + " \\");
    lines.within(
        () ->
            lines.line(
                "--public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,"
                    + "BlockPublicPolicy=true,RestrictPublicBuckets=true"));
  }

  void opened(Fields in) {
    lines.line("ACCOUNT=$(aws ec2 describe-security-groups --group-ids \"$SECURITY_GROUP\" \\");
    lines.within(() -> lines.line("--query 'SecurityGroups[0].OwnerId' --output text)"));
    lines.line("aws s3api put-bucket-policy --bucket " + VARIABLE + " \\");
    lines.within(
        () -> lines.line("--policy " + AwsCliText.policy(AwsCliText.value(in, "policy"), region)));
  }

  private void put(String what, String option, String json) {
    lines.line("aws s3api put-bucket-" + what + " --bucket " + VARIABLE + " \\");
    lines.within(() -> lines.line("--" + option + " " + AwsCliText.shell(json)));
  }
}
