package portico.practice.aws.state;

import java.util.Map;
import java.util.Optional;

/** The hosted zones of AWS's own services that alias records may point into. */
public final class AliasZones {
  /** Of application load balancers, by region (AWS General Reference, "elb"). */
  private static final Map<String, String> BALANCERS =
      Map.of(
          "us-west-2", "Z1H1FL5HABSF5",
          "us-east-1", "Z35SXDOTRQ7X7K",
          "eu-central-1", "Z215JYRZR1TBD5");

  private static final String CLOUDFRONT = "Z2FDTNDATAQYW2";
  private static final String GLOBAL_ACCELERATOR = "Z2BJ6XQ5FK7U4H";

  private AliasZones() {}

  /** The zone of a region's load balancers. */
  public static String ofBalancers(String region) {
    return BALANCERS.getOrDefault(region, "Z000000000000");
  }

  /** How names in a service's zone end, with their dots; empty when the zone is of no service. */
  public static Optional<String> names(String zoneId) {
    return switch (zoneId) {
      case CLOUDFRONT -> Optional.of("[.]cloudfront[.]net[.]");
      case GLOBAL_ACCELERATOR -> Optional.of("[.]awsglobalaccelerator[.]com[.]");
      default ->
          BALANCERS.entrySet().stream()
              .filter(each -> each.getValue().equals(zoneId))
              .map(each -> "[.]" + each.getKey() + "[.]elb[.](amazonaws[.]com|localhost)[.]")
              .findFirst();
    };
  }
}
