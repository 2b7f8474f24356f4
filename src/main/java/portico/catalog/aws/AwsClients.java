package portico.catalog.aws;

import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import portico.catalog.CloudAccount;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.wafv2.Wafv2Client;

/**
 * The SDK's clients for one account in one region: the one place that decides address, credentials,
 * retries and time limits, for the catalogue and the worker alike. Clients are made when first
 * asked for and may be used by several threads; {@link #close()} ends them all and may be called
 * more than once.
 */
public final class AwsClients implements AutoCloseable {
  private final CloudAccount account;
  private final String region;
  private final Supplier<URI> practice;
  private final AwsSettings settings;
  private final LimitedCredentials credentials;
  private final Map<AwsService, SdkClient> clients = new EnumMap<>(AwsService.class);
  private @Nullable SdkHttpClient http;
  private boolean closed;
  private volatile URI practiceAddress = URI.create("http://localhost");

  private AwsClients(
      CloudAccount account, String region, Supplier<URI> practice, AwsSettings settings) {
    this.account = account;
    this.region = region;
    this.practice = practice;
    this.settings = settings;
    this.credentials = CredentialsChoice.of(account, region, settings);
  }

  /**
   * Clients with the user's AWS files and environment. Does no I/O.
   *
   * @param practice address of the simulated AWS, asked for only by {@link CloudAccount.Practice}
   */
  public static AwsClients open(CloudAccount account, String region, Supplier<URI> practice) {
    return open(account, region, practice, AwsSettings.ofThisUser());
  }

  /** Clients with these settings. Does no I/O. */
  public static AwsClients open(
      CloudAccount account, String region, Supplier<URI> practice, AwsSettings settings) {
    return new AwsClients(account, region, practice, settings);
  }

  public Ec2Client ec2() {
    return client(AwsService.EC2, Ec2Client.class, Ec2Client::builder);
  }

  public ElasticLoadBalancingV2Client elb() {
    return client(
        AwsService.ELB, ElasticLoadBalancingV2Client.class, ElasticLoadBalancingV2Client::builder);
  }

  public AcmClient acm() {
    return client(AwsService.ACM, AcmClient.class, AcmClient::builder);
  }

  public StsClient sts() {
    return client(AwsService.STS, StsClient.class, StsClient::builder);
  }

  /** IAM is one for all regions; the SDK finds its address by the region's partition. */
  public IamClient iam() {
    return client(AwsService.IAM, IamClient.class, IamClient::builder);
  }

  public Wafv2Client waf() {
    return client(AwsService.WAF, Wafv2Client.class, Wafv2Client::builder);
  }

  public LambdaClient lambda() {
    return client(AwsService.LAMBDA, LambdaClient.class, LambdaClient::builder);
  }

  /** Route 53 is one for all regions, as IAM is. */
  public Route53Client route53() {
    return client(AwsService.ROUTE53, Route53Client.class, Route53Client::builder);
  }

  /** Requests about buckets, at the endpoint of S3 in the region or the account's own address. */
  public synchronized S3Requests s3() {
    if (closed) {
      throw new IllegalStateException("closed");
    }
    var address = override();
    return new S3Requests(
        http(address),
        credentials,
        address.orElseGet(() -> AwsService.S3.endpoint(region)),
        region,
        settings.limits().attempts());
  }

  public String region() {
    return region;
  }

  /**
   * Where a service is reached: AWS's own address, unless the account names another. Starts
   * nothing: a simulated AWS that never came up is merely this machine.
   */
  URI endpoint(AwsService service) {
    return switch (account) {
      case CloudAccount.Practice() -> practiceAddress;
      case CloudAccount.Endpoint(URI uri, var profile) -> uri;
      case CloudAccount.Profile(var name) -> service.endpoint(region);
    };
  }

  CloudAccount account() {
    return account;
  }

  AwsCredentialsProvider credentials() {
    return credentials;
  }

  /**
   * The session's credentials as environment variables, where the profile's role takes an MFA code:
   * no other program can assume that role by itself. They are for a program that is started, and
   * for nothing else. Empty where the profile's name says enough, and where no session was begun.
   */
  public Map<String, String> sessionBegunWithCode() {
    if (AwsSignIns.deviceOf(account, settings).isEmpty()) {
      return Map.of();
    }
    try {
      return credentials.resolveCredentials() instanceof AwsSessionCredentials session
          ? Map.of(
              "AWS_ACCESS_KEY_ID", session.accessKeyId(),
              "AWS_SECRET_ACCESS_KEY", session.secretAccessKey(),
              "AWS_SESSION_TOKEN", session.sessionToken())
          : Map.of();
    } catch (RuntimeException e) {
      // Whoever calls AWS next is told why.
      return Map.of();
    }
  }

  AwsSettings settings() {
    return settings;
  }

  private Optional<URI> override() {
    return switch (account) {
      case CloudAccount.Practice() -> {
        practiceAddress = practice.get();
        yield Optional.of(practiceAddress);
      }
      case CloudAccount.Endpoint(URI uri, var profile) -> Optional.of(uri);
      case CloudAccount.Profile(var name) -> Optional.empty();
    };
  }

  private synchronized <
          C extends SdkClient, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>>
      C client(AwsService service, Class<C> type, Supplier<B> builder) {
    if (closed) {
      throw new IllegalStateException("closed");
    }
    var known = clients.get(service);
    if (known != null) {
      return type.cast(known);
    }
    var made = configured(builder.get()).build();
    clients.put(service, made);
    return made;
  }

  private <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> B configured(
      B builder) {
    var address = override();
    builder
        .region(Region.of(region))
        .credentialsProvider(credentials)
        .httpClient(http(address))
        .overrideConfiguration(overrides());
    address.ifPresent(
        uri ->
            // An address of its own excludes AWS's FIPS and dual-stack variants, whatever the
            // user's files say.
            builder.endpointOverride(uri).fipsEnabled(false).dualstackEnabled(false));
    return builder;
  }

  private ClientOverrideConfiguration overrides() {
    var limits = settings.limits();
    return ClientOverrideConfiguration.builder()
        .apiCallTimeout(limits.answer())
        .apiCallAttemptTimeout(limits.attempt())
        .retryStrategy(RetryMode.STANDARD)
        .retryStrategy(strategy -> strategy.maxAttempts(limits.attempts()))
        .defaultProfileFileSupplier(this::clientOptions)
        .defaultProfileName(profileName())
        .build();
  }

  /**
   * The user's files also hold options of clients, such as a proxy's or an endpoint's address. The
   * simulated AWS goes by none of them; a file that cannot be read holds none, and shows when
   * credentials are looked for.
   */
  private ProfileFile clientOptions() {
    var none = ProfileFile.aggregator().build();
    if (account instanceof CloudAccount.Practice) {
      return none;
    }
    try {
      return settings.profileFile().get();
    } catch (RuntimeException e) {
      return none;
    }
  }

  private String profileName() {
    return switch (account) {
      case CloudAccount.Practice() -> settings.defaultProfile();
      case CloudAccount.Profile(var name) -> name.orElse(settings.defaultProfile());
      case CloudAccount.Endpoint(var uri, var name) -> name.orElse(settings.defaultProfile());
    };
  }

  private SdkHttpClient http(Optional<URI> address) {
    var known = http;
    if (known == null) {
      known = AwsHttp.client(settings.limits(), address);
      http = known;
    }
    return known;
  }

  @Override
  public synchronized void close() {
    closed = true;
    clients.values().forEach(SdkClient::close);
    clients.clear();
    var known = http;
    if (known != null) {
      known.close();
      http = null;
    }
    credentials.close();
  }
}
