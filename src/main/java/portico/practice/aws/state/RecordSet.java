package portico.practice.aws.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The records of one name and type in a hosted zone: values with a time to live, or an alias.
 *
 * @param name in lower case with a dot at its end, and other characters than letters, digits, dot,
 *     hyphen and underscore as {@code \052}
 * @param ttl seconds
 * @param inSyncAt when every name server answers with it
 */
public record RecordSet(
    String name,
    String type,
    Optional<Long> ttl,
    List<String> values,
    Optional<AliasTarget> alias,
    Instant inSyncAt) {
  /** By what a zone tells it from its others. */
  public String key() {
    return name + " " + type;
  }

  /** Whether another says the same, whenever it was made. */
  public boolean saysTheSameAs(RecordSet other) {
    return name.equals(other.name)
        && type.equals(other.type)
        && ttl.equals(other.ttl)
        && List.copyOf(values).equals(List.copyOf(other.values))
        && alias.equals(other.alias);
  }
}
