package portico.spec;

import java.util.List;
import java.util.Optional;
import portico.model.ActionSpec;
import portico.model.ListenerRuleSpec;
import portico.model.ListenerSpec;
import portico.model.Protocol;
import portico.model.SpecDefaults;
import portico.model.TlsSpec;
import portico.spec.SpecDraft.CertificateChoice;

/** A listener whose certificates are not looked up yet. */
public record ListenerDraft(
    String name,
    Protocol protocol,
    int port,
    Optional<TlsDraft> tls,
    ActionSpec defaultAction,
    List<ListenerRuleSpec> rules) {
  public ListenerDraft {
    rules = List.copyOf(rules);
  }

  static ListenerDraft smallest(String targetGroup) {
    return new ListenerDraft(
        SpecDefaults.LISTENER_NAME,
        Protocol.HTTP,
        SpecDefaults.PORT,
        Optional.empty(),
        ActionSpec.Forward.to(targetGroup),
        List.of());
  }

  ListenerSpec by(Optional<TlsSpec> found) {
    return new ListenerSpec(name, protocol, port, found, defaultAction, rules);
  }

  /** How an HTTPS listener proves who it is. */
  public record TlsDraft(
      String policy, CertificateChoice certificate, List<CertificateChoice> further) {
    /** TLS 1.2 and 1.3; the console's own choice for new listeners. */
    static final String POLICY = "ELBSecurityPolicy-TLS13-1-2-2021-06";

    public TlsDraft {
      further = List.copyOf(further);
    }
  }
}
