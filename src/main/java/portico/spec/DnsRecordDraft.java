package portico.spec;

import java.util.Optional;
import portico.model.DnsRecordSpec;

/**
 * A name of the user's own whose zone is perhaps not looked up yet.
 *
 * @param hostedZoneId empty for the public zone that holds the name
 */
public record DnsRecordDraft(Optional<String> hostedZoneId, String name) {
  DnsRecordSpec in(String zoneId) {
    return new DnsRecordSpec(zoneId, name);
  }
}
