package portico.catalog.aws;

import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.apache.ProxyConfiguration;
import software.amazon.awssdk.profiles.ProfileFile;

/** The one place that decides time limits and proxy of a connection. */
final class AwsHttp {
  private AwsHttp() {}

  /** A client for AWS itself, or for the address where there is one. */
  static SdkHttpClient client(AwsLimits limits, Optional<URI> address) {
    return ApacheHttpClient.builder()
        .connectionTimeout(limits.connect())
        .socketTimeout(limits.attempt())
        .connectionAcquisitionTimeout(limits.attempt())
        .proxyConfiguration(proxy(address))
        .build();
  }

  /** For the services of sign-ins, which take no options from the user's files. */
  static ClientOverrideConfiguration overrides(AwsSettings settings) {
    AwsLimits limits = settings.limits();
    return ClientOverrideConfiguration.builder()
        .apiCallTimeout(limits.credentials())
        .apiCallAttemptTimeout(limits.attempt())
        .retryStrategy(RetryMode.STANDARD)
        .retryStrategy(strategy -> strategy.maxAttempts(limits.attempts()))
        .defaultProfileFileSupplier(() -> ProfileFile.aggregator().build())
        .build();
  }

  /** The user's proxy, except for addresses on this machine, which no proxy can reach. */
  private static ProxyConfiguration proxy(Optional<URI> address) {
    boolean local = address.map(URI::getHost).filter(AwsHttp::isLoopback).isPresent();
    return ProxyConfiguration.builder()
        .useSystemPropertyValues(!local)
        .useEnvironmentVariableValues(!local)
        .build();
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.startsWith("127.")
        || host.equals("[::1]");
  }
}
