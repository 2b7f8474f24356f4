package portico.practice.aws.state;

/**
 * An S3 bucket, of which only this is simulated.
 *
 * @param admitsLogs whether its policy lets Elastic Load Balancing write logs into it
 */
public record Bucket(String name, boolean admitsLogs) {}
