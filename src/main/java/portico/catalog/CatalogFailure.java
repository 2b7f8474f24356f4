package portico.catalog;

import java.net.URI;
import java.util.Optional;

/** Why AWS could not be read. Facts only, and never a credential. */
public sealed interface CatalogFailure {
  /** No credentials were found. {@code profile} is empty for the default chain. */
  record NoCredentials(Optional<String> profile, String detail) implements CatalogFailure {}

  /** The named profile is not in the AWS config or credentials files. */
  record UnknownProfile(String profile) implements CatalogFailure {}

  /**
   * The credentials were right once; the session is over. {@code sso} tells whether `aws sso login`
   * renews it.
   */
  record ExpiredCredentials(Optional<String> profile, boolean sso) implements CatalogFailure {}

  /**
   * The profile's role is assumed with the code of an MFA device, and there is no session that a
   * code has begun. {@code device} is its serial number or ARN.
   */
  record MfaCodeNeeded(Optional<String> profile, String device) implements CatalogFailure {}

  /** AWS does not know these credentials, or the signature does not fit. */
  record InvalidCredentials(Optional<String> profile, String code) implements CatalogFailure {}

  /**
   * The identity may not do this. {@code action} is an IAM action such as {@code ec2:DescribeVpcs}.
   */
  record AccessDenied(String action, String detail) implements CatalogFailure {}

  /** Nothing answered at the address: refused, unknown host, or no answer in time. */
  record Unreachable(URI endpoint, String detail) implements CatalogFailure {}

  /** The region is not enabled for this account, or does not exist. */
  record RegionNotEnabled(String region) implements CatalogFailure {}

  /** AWS asked to slow down and still did after the SDK's retries. */
  record Throttled(String action) implements CatalogFailure {}

  /**
   * This machine's clock differs from AWS's by more than the five minutes that a signature allows.
   */
  record ClockSkew(String detail) implements CatalogFailure {}

  /** Any other answer of AWS: its own error code and message. */
  record ServiceError(String action, String code, String message) implements CatalogFailure {}
}
