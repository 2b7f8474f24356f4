package portico.model;

/**
 * An S3 bucket for logs. It must exist in the load balancer's region, with a policy that lets
 * Elastic Load Balancing write (API_LoadBalancerAttribute, access_logs.s3.bucket).
 *
 * @param bucket 3 to 63 characters
 * @param prefix of the log files' keys, without a slash at either end; may be empty
 */
public record LogBucket(String bucket, String prefix) {}
