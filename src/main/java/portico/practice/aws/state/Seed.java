package portico.practice.aws.state;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The account as it is at the beginning: three regions, each with a default VPC and a VPC {@code
 * ml-platform}; servers of several kinds in us-west-2, and there a VPC without internet gateway.
 * Some subnets and certificates are deliberately of no use.
 */
public final class Seed {
  private static final List<String> LETTERS = List.of("a", "b", "c", "d");

  private final RegionState state;
  private final SeedNetwork network;
  private final Instant now;

  private Seed(String region, String zoneIdPrefix, int zoneCount, Instant now) {
    List<Zone> zones = new ArrayList<>();
    for (int i = 0; i < zoneCount; i++) {
      zones.add(new Zone(region + LETTERS.get(i), zoneIdPrefix + "-az" + (i + 1)));
    }
    this.state = RegionState.empty(region, List.copyOf(zones));
    this.network = new SeedNetwork(state);
    this.now = now;
  }

  /** The seeded account; certificates expire relative to {@code now}. */
  public static Account account(Instant now) {
    RegionState oregon = new Seed("us-west-2", "usw2", 4, now).oregon();
    RegionState virginia = new Seed("us-east-1", "use1", 4, now).virginia();
    RegionState frankfurt = new Seed("eu-central-1", "euc1", 3, now).networks();
    return new Account(
        Account.FORMAT,
        Map.of("us-west-2", oregon, "us-east-1", virginia, "eu-central-1", frankfurt),
        Map.of(),
        new SeedZones(now).all());
  }

  private RegionState networks() {
    network.defaultVpc();
    network.mlPlatform();
    certificates();
    new SeedServices(state).all();
    return state;
  }

  private RegionState virginia() {
    networks();
    String web = network.group("default", "web-demo-sg", "Web from anywhere", List.of(80));
    new SeedInstances(state).webDemo(web);
    return state;
  }

  private RegionState oregon() {
    networks();
    network.isolated();
    List<Integer> inferencePorts = List.of(8000, 8002, 11434, 30000);
    String inference =
        network.group(
            "ml-platform", "inference-sg", "Inference ports from anywhere", inferencePorts);
    String locked =
        network.group("ml-platform", "locked-down-sg", "Nothing from outside", List.of());
    String web = network.group("default", "web-demo-sg", "Web from anywhere", List.of(80));
    SeedInstances instances = new SeedInstances(state);
    instances.webDemo(web);
    instances.inference(inference, locked);
    instances.isolated();
    return state;
  }

  private void certificates() {
    certificate("demo.example.com", "ISSUED", List.of("www.demo.example.com"), -30, 365);
    certificate("*.ml.example.com", "ISSUED", List.of("ml.example.com"), -10, 385);
    certificate("soon.example.com", "ISSUED", List.of(), -385, 10);
    certificate("old.example.com", "EXPIRED", List.of(), -400, -5);
    pending("new.example.com");
  }

  private void certificate(
      String domain, String status, List<String> others, int fromDay, int toDay) {
    Optional<Instant> from = Optional.of(now.plus(Duration.ofDays(fromDay)));
    Optional<Instant> to = Optional.of(now.plus(Duration.ofDays(toDay)));
    add(domain, status, others, from, to);
  }

  private void pending(String domain) {
    add(domain, "PENDING_VALIDATION", List.of(), Optional.empty(), Optional.empty());
  }

  private void add(
      String domain,
      String status,
      List<String> others,
      Optional<Instant> from,
      Optional<Instant> to) {
    String id = new SeedIds(state.region()).uuid(domain);
    String arn = "arn:aws:acm:%s:%s:certificate/%s".formatted(state.region(), Account.ID, id);
    List<String> names = new ArrayList<>(List.of(domain));
    names.addAll(others);
    state
        .certificates()
        .put(
            arn,
            new Certificate(
                arn,
                domain,
                List.copyOf(names),
                status,
                "AMAZON_ISSUED",
                "RSA_2048",
                from.orElse(now.minus(Duration.ofHours(3))),
                from,
                to));
  }
}
