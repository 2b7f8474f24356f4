package portico.catalog;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A resource with all its tags.
 *
 * @param created known of load balancers and buckets alone: AWS says it of no other kind
 */
public record MarkedResource(
    OwnedResource resource, Map<String, String> tags, Optional<Instant> created) {
  public MarkedResource {
    tags = Map.copyOf(tags);
  }
}
