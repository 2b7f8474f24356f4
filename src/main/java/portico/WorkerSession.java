package portico;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import portico.catalog.Catalog;
import portico.catalog.CloudAccount;
import portico.catalog.ExistingResources;
import portico.catalog.Leftovers;
import portico.catalog.aws.AwsCatalog;
import portico.catalog.aws.AwsClients;
import portico.catalog.aws.AwsExistingResources;
import portico.catalog.aws.AwsLeftovers;
import portico.engine.CloudSession;
import portico.engine.ProviderHost;
import portico.practice.provider.BundledProvider;
import portico.practice.provider.ProviderClients;
import portico.practice.provider.ProviderTiming;

/** A worker's session with one account through the AWS SDK. */
final class WorkerSession implements CloudSession {
  /** Variables of AWS's own tools by which a user points them to credentials. */
  private static final String AWS_PREFIX = "AWS_";

  private final CloudAccount account;
  private final AwsClients clients;
  private final LocalPractice practice;
  private final Map<String, String> environment;

  WorkerSession(
      CloudAccount account,
      String region,
      LocalPractice practice,
      Map<String, String> environment) {
    this.account = account;
    this.practice = practice;
    this.environment = Map.copyOf(environment);
    this.clients = AwsClients.open(account, region, practice::endpoint);
  }

  @Override
  public Catalog catalog() {
    return new AwsCatalog(clients);
  }

  @Override
  public ExistingResources existing() {
    return new AwsExistingResources(clients);
  }

  @Override
  public Leftovers leftovers() {
    return new AwsLeftovers(clients);
  }

  @Override
  public ProviderHost startProvider() {
    try {
      BundledProvider provider =
          BundledProvider.start(
              new ProviderClients(
                  clients.ec2(),
                  clients.elb(),
                  clients.lambda(),
                  clients.waf(),
                  clients.route53(),
                  clients.s3()::send,
                  clients.region()),
              ProviderTiming.defaults());
      return new Host(provider);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  private record Host(BundledProvider provider) implements ProviderHost {
    @Override
    public int port() {
      return provider.port();
    }

    @Override
    public boolean awaitIdle(Duration limit) throws InterruptedException {
      return provider.awaitIdle(limit);
    }

    @Override
    public void close() {
      provider.close();
    }
  }

  @Override
  public Map<String, String> pluginEnvironment() {
    Map<String, String> variables = new HashMap<>();
    Optional<String> profile =
        switch (account) {
          case CloudAccount.Practice() -> Optional.empty();
          case CloudAccount.Profile(var name) -> name;
          case CloudAccount.Endpoint(var uri, var name) -> name;
        };
    if (!(account instanceof CloudAccount.Practice)) {
      environment.forEach(
          (name, value) -> {
            if (name.startsWith(AWS_PREFIX)) {
              variables.put(name, value);
            }
          });
    }
    profile.ifPresent(
        name -> {
          // Keys in the environment would win over the profile.
          variables.keySet().removeIf(WorkerSession::isKey);
          variables.put("AWS_PROFILE", name);
        });
    Map<String, String> session = clients.sessionBegunWithCode();
    if (!session.isEmpty()) {
      // The plugin cannot ask for a code, and knows nothing of the AWS CLI's cache.
      variables.remove("AWS_PROFILE");
      variables.putAll(session);
    }
    if (endpoint().isPresent()
        && profile.isEmpty()
        && !variables.containsKey("AWS_ACCESS_KEY_ID")) {
      variables.put("AWS_ACCESS_KEY_ID", "PRACTICE");
      variables.put("AWS_SECRET_ACCESS_KEY", "practice");
    }
    return variables;
  }

  private static boolean isKey(String name) {
    return name.equals("AWS_ACCESS_KEY_ID")
        || name.equals("AWS_SECRET_ACCESS_KEY")
        || name.equals("AWS_SESSION_TOKEN");
  }

  @Override
  public Optional<URI> endpoint() {
    return switch (account) {
      case CloudAccount.Practice() -> Optional.of(practice.endpoint());
      case CloudAccount.Profile(var name) -> Optional.empty();
      case CloudAccount.Endpoint(URI uri, var profile) -> Optional.of(uri);
    };
  }

  @Override
  public void close() {
    clients.close();
  }
}
