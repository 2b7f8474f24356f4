package portico.catalog.aws;

import java.net.URI;
import java.util.function.Supplier;
import portico.catalog.CloudAccount;
import portico.catalog.LeftoverAccess;
import portico.catalog.Leftovers;

/** Leftovers of accounts through the AWS SDK. */
public final class AwsLeftoverAccess implements LeftoverAccess {
  private final Supplier<URI> practice;

  /**
   * @param practice address of the simulated AWS; asked at the first call to it
   */
  public AwsLeftoverAccess(Supplier<URI> practice) {
    this.practice = practice;
  }

  @Override
  public Session open(CloudAccount account, String region) {
    return new Opened(AwsClients.open(account, region, practice));
  }

  private record Opened(AwsClients clients) implements Session {
    @Override
    public Leftovers leftovers() {
      return new AwsLeftovers(clients);
    }

    @Override
    public void close() {
      clients.close();
    }
  }
}
