package portico.practice.provider;

/**
 * Requests to S3, of which the provider needs few: no client of its own.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/">API reference</a>
 */
@FunctionalInterface
public interface S3Channel {
  /**
   * Sends one request and answers the body, which may be empty.
   *
   * @param method of HTTP
   * @param bucket 3 to 63 characters
   * @param part what of the bucket: a query such as {@code policy}; empty for the bucket itself
   * @param body may be empty
   * @throws software.amazon.awssdk.awscore.exception.AwsServiceException when S3 refuses
   * @throws software.amazon.awssdk.core.exception.SdkClientException when there is no answer
   */
  String send(String method, String bucket, String part, String body);
}
