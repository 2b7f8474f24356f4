package portico.model;

import java.util.Optional;
import java.util.stream.Stream;

/** The S3 bucket that logs of one kind go to. */
public sealed interface LogBucket {
  /** How long a bucket that Portico makes keeps logs unless the user says otherwise. */
  int USUAL_DAYS = 30;

  /** Of the log files' keys, without a slash at either end; may be empty. */
  String prefix();

  /**
   * A bucket of the user's. It must exist in the load balancer's region, with a policy that lets
   * Elastic Load Balancing write (API_LoadBalancerAttribute, access_logs.s3.bucket).
   *
   * @param bucket 3 to 63 characters
   */
  record Existing(String bucket, String prefix) implements LogBucket {}

  /**
   * The bucket that is made with the environment and destroyed with it, logs and all. There is one:
   * logs of both kinds go into it if both are made.
   *
   * @param days after which logs are deleted, 1 to 3650; the same for both kinds
   */
  record Made(String prefix, int days) implements LogBucket {}

  /** After how many days logs go from the bucket that is made; empty if none is made. */
  static Optional<Integer> madeDays(LoadBalancerAttributes attributes) {
    return Stream.of(attributes.accessLogs(), attributes.connectionLogs())
        .flatMap(Optional::stream)
        .flatMap(logs -> logs instanceof Made made ? Stream.of(made.days()) : Stream.empty())
        .findFirst();
  }
}
