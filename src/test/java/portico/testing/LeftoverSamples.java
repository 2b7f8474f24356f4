package portico.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import portico.catalog.MarkedResource;
import portico.catalog.OwnedResource;
import portico.catalog.OwnedResource.Kind;

/** What environments leave behind. */
public final class LeftoverSamples {
  /** When load balancers of leftovers were made. */
  public static final Instant MADE = Samples.NOW.minus(Duration.ofDays(9));

  private LeftoverSamples() {}

  /** A load balancer with its target group, its security group and its log bucket. */
  public static void stand(FakeLeftovers account, String environment, String installation) {
    Map<String, String> tags =
        Map.of("portico:environment", environment, "portico:installation", installation);
    OwnedResource balancer = balancer(environment, installation);
    account.standing.add(new MarkedResource(balancer, tags, Optional.of(MADE)));
    account.standing.add(
        marked(
            new OwnedResource(
                Kind.TARGET_GROUP, balancer.id().replace("balancer", "targets"), environment),
            tags));
    account.standing.add(
        marked(
            new OwnedResource(Kind.SECURITY_GROUP, "sg-" + environment + installation, environment),
            tags));
    String bucket = bucket(environment, installation);
    account.standing.add(
        new MarkedResource(
            new OwnedResource(Kind.LOG_BUCKET, bucket, bucket),
            tags,
            Optional.of(MADE.plusSeconds(60))));
  }

  public static OwnedResource balancer(String environment, String installation) {
    return new OwnedResource(
        Kind.LOAD_BALANCER, "arn:balancer/" + environment + "/" + installation, environment);
  }

  /** The name of the bucket. */
  public static String bucket(String environment, String installation) {
    return environment + "-logs-" + installation.substring(0, 7);
  }

  /** One that AWS does not say the age of. */
  public static MarkedResource marked(OwnedResource resource, Map<String, String> tags) {
    return new MarkedResource(resource, tags, Optional.empty());
  }
}
