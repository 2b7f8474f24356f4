package portico.environment;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import portico.catalog.CloudAccount;
import portico.model.EnvironmentName;
import portico.model.EnvironmentSpec;
import portico.operation.ProviderKind;

/**
 * A stack of the backend and what Portico knows about it.
 *
 * @param spec what was last wanted; empty for a stack that Portico did not make
 * @param account where it stands; empty likewise
 * @param outputs the stack's outputs; secret ones are masked
 * @param resources what the state holds, without the stack and providers
 * @param lastChange when the state was last written
 * @param ending whether and when it ends by itself
 */
public record Environment(
    EnvironmentName name,
    EnvironmentState state,
    Optional<EnvironmentSpec> spec,
    Optional<CloudAccount> account,
    ProviderKind provider,
    SortedMap<String, String> outputs,
    List<EnvironmentResource> resources,
    Optional<Instant> lastChange,
    Ending ending) {
  public static final String DNS_NAME_OUTPUT = "load_balancer_dns_name";
  public static final String DOMAIN_NAME_OUTPUT = "domain_name";
  public static final String TARGET_GROUP_ARN_OUTPUT = "target_group_arn";
  public static final String SECURITY_GROUP_ID_OUTPUT = "security_group_id";

  public Environment {
    outputs = Collections.unmodifiableSortedMap(new TreeMap<>(outputs));
    resources = List.copyOf(resources);
  }

  /** One that stays until someone destroys it. */
  public Environment(
      EnvironmentName name,
      EnvironmentState state,
      Optional<EnvironmentSpec> spec,
      Optional<CloudAccount> account,
      ProviderKind provider,
      SortedMap<String, String> outputs,
      List<EnvironmentResource> resources,
      Optional<Instant> lastChange) {
    this(name, state, spec, account, provider, outputs, resources, lastChange, Ending.never());
  }

  /** The same with another end. */
  public Environment ending(Ending other) {
    return new Environment(
        name, state, spec, account, provider, outputs, resources, lastChange, other);
  }

  public Optional<String> dnsName() {
    return Optional.ofNullable(outputs.get(DNS_NAME_OUTPUT));
  }

  /** The user's own name for it. */
  public Optional<String> domainName() {
    return Optional.ofNullable(outputs.get(DOMAIN_NAME_OUTPUT));
  }

  public Optional<String> region() {
    return spec.map(EnvironmentSpec::region);
  }
}
