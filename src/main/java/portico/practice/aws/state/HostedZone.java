package portico.practice.aws.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A hosted zone of Route 53.
 *
 * @param name with a dot at its end
 * @param vpcs the VPCs that ask it, by id with their regions; a public zone has none
 * @param records by {@link RecordSet#key()}
 * @param changes the latest, at most 100
 */
public record HostedZone(
    String id,
    String name,
    String comment,
    Map<String, String> vpcs,
    List<String> nameServers,
    Map<String, RecordSet> records,
    List<ZoneChange> changes) {
  private static final int KEPT = 100;

  /** Keeps its own maps. */
  public HostedZone {
    vpcs = new TreeMap<>(vpcs);
    records = new TreeMap<>(records);
  }

  /** Whether only VPCs ask it. */
  public boolean ofVpcs() {
    return !vpcs.isEmpty();
  }

  /** The zone after a change. */
  public HostedZone changed(Map<String, RecordSet> next, ZoneChange change) {
    List<ZoneChange> kept = new ArrayList<>(changes);
    kept.add(change);
    int first = Math.max(0, kept.size() - KEPT);
    return new HostedZone(
        id, name, comment, vpcs, nameServers, next, List.copyOf(kept.subList(first, kept.size())));
  }

  /** When the whole world is told this record, if the zone has it and is public. */
  Optional<Instant> answersSince(ValidationRecord record) {
    return Optional.ofNullable(records.get(record.name() + " CNAME"))
        .filter(each -> !ofVpcs() && each.values().stream().anyMatch(record::isValue))
        .map(RecordSet::inSyncAt);
  }
}
