package portico.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import portico.catalog.Answer;
import portico.catalog.Catalog;
import portico.catalog.CloudAccount;
import portico.catalog.Subnet;
import portico.catalog.Vpc;
import portico.catalog.aws.AwsCatalog;
import portico.catalog.aws.AwsClients;
import portico.model.NetworkRules;
import portico.model.Scheme;
import portico.model.SubnetFacts;
import portico.practice.aws.SimulatedAws;
import portico.practice.aws.SimulationSettings;
import portico.practice.provider.ProviderClients;
import portico.practice.provider.SchemaProvider;

/**
 * A process that holds a simulated AWS and the bundled provider for those who deploy without
 * Portico. Prints one line, {@code port endpoint vpc subnet subnet}, and ends with its input.
 */
final class BenchmarkCloud {
  static final String REGION = "us-west-2";

  private BenchmarkCloud() {}

  /** Arguments: folder of the account, milliseconds of provisioning. */
  public static void main(String[] args) throws IOException {
    SimulationSettings settings =
        SimulationSettings.defaults().withProvisioning(Duration.ofMillis(Long.parseLong(args[1])));
    try (SimulatedAws aws = SimulatedAws.start(Path.of(args[0]), settings);
        AwsClients clients =
            AwsClients.open(
                new CloudAccount.Endpoint(aws.endpoint(), Optional.empty()),
                REGION,
                aws::endpoint);
        SchemaProvider provider =
            SchemaProvider.start(
                new ProviderClients(
                    clients.ec2(),
                    clients.elb(),
                    clients.lambda(),
                    clients.waf(),
                    clients.route53(),
                    clients.s3()::send,
                    clients.region()),
                Resources.text("schema.json"))) {
      System.out.println(
          provider.port() + " " + aws.endpoint() + " " + network(new AwsCatalog(clients)));
      System.in.transferTo(OutputStream.nullOutputStream());
    }
    System.exit(0);
  }

  private static String network(Catalog catalog) {
    Vpc vpc = found(catalog.vpcs()).getFirst();
    List<SubnetFacts> subnets =
        found(catalog.subnets(vpc.id())).stream().map(Subnet::facts).toList();
    List<String> pair =
        NetworkRules.sensiblePair(Scheme.INTERNET_FACING, subnets).stream()
            .map(SubnetFacts::id)
            .toList();
    return vpc.id() + " " + String.join(" ", pair);
  }

  private static <T> T found(Answer<T> answer) {
    return switch (answer) {
      case Answer.Found<T>(T value) -> value;
      case Answer.Failed<T>(var failure) -> throw new IllegalStateException(failure.toString());
    };
  }
}
