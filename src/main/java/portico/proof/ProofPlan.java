package portico.proof;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import portico.model.ActionSpec;
import portico.model.ApiKeyGate;
import portico.model.EnvironmentName;
import portico.model.EnvironmentSpec;
import portico.model.ListenerSpec;
import portico.model.Protocol;
import portico.model.ProtocolVersion;
import portico.model.TargetGroupSpec;
import portico.model.TlsSpec;

/** Makes the request of a proof from what was deployed. */
public final class ProofPlan {
  /** A usual silence is shorter than the idle timeout by this much. */
  private static final int MARGIN_SECONDS = 5;

  /** A usual silence is no longer. */
  private static final int USUAL_SILENCE_SECONDS = 90;

  /** Health checks that may take longer than AWS lets them are reported by their status. */
  private static final int LEAST_LIMIT_SECONDS = 10;

  /** A path that no gate is opened for on purpose. */
  private static final String CLOSED_PATH = "/portico/without-key";

  private final EnvironmentName name;
  private final EnvironmentSpec spec;
  private final String dnsName;
  private final Facts facts;

  public ProofPlan(EnvironmentName name, EnvironmentSpec spec, String dnsName, Facts facts) {
    this.name = name;
    this.spec = spec;
    this.dnsName = dnsName;
    this.facts = facts;
  }

  /** What the spec does not say. */
  public interface Facts {
    boolean practice();

    /** Where to connect instead of the load balancer's name and the listener's port. */
    Optional<InetSocketAddress> via(int listenerPort);

    /** What a certificate is for; of several names one of the environment's own. */
    Optional<String> certificateDomain(String arn);

    /** A gate's key. */
    Optional<String> key(String keyName);

    /** What certificates of practice are issued under. */
    Optional<Path> authority();
  }

  /** How long a silence usually is, at least one second. */
  public static int usualSilence(int idleTimeoutSeconds) {
    return Math.max(1, Math.min(idleTimeoutSeconds - MARGIN_SECONDS, USUAL_SILENCE_SECONDS));
  }

  /** The request for what the user wants. */
  public ProofRequest request(ProofChoices choices) {
    int idle = spec.loadBalancer().attributes().idleTimeoutSeconds();
    Streaming streaming =
        choices.stream()
            ? choices
                .own()
                .<Streaming>map(own -> own)
                .orElseGet(() -> Streaming.of(spec.service().server()))
            : new Streaming.NotAsked();
    Optional<Duration> silence =
        choices.silent()
            ? Optional.of(Duration.ofSeconds(choices.silentSeconds().orElse(usualSilence(idle))))
            : Optional.empty();
    return new ProofRequest(
        name,
        facts.practice(),
        dnsName,
        spec.service().server(),
        serving().map(this::endpoint).toList(),
        streaming,
        silence,
        Duration.ofSeconds(idle),
        facts.authority());
  }

  private Stream<ListenerSpec> serving() {
    return spec.listeners().stream().filter(each -> !each.targetGroups().isEmpty());
  }

  /**
   * What a first look asks: the listeners that forward, each at a path that it sends to the
   * service, those that speak TLS first; if none forwards, all that do not redirect.
   */
  public List<ProofEndpoint> firstLook() {
    List<ListenerSpec> asked = serving().toList();
    if (asked.isEmpty()) {
      asked =
          spec.listeners().stream()
              .filter(each -> !(each.defaultAction() instanceof ActionSpec.Redirect))
              .toList();
    }
    return asked.stream()
        .sorted(Comparator.comparing(each -> each.protocol() != Protocol.HTTPS))
        .map(listener -> firstLook(listener, endpoint(listener)))
        .toList();
  }

  private static ProofEndpoint firstLook(ListenerSpec listener, ProofEndpoint endpoint) {
    var served = new ServedPath(listener, endpoint.host());
    return endpoint.withHealth(
        endpoint
            .health()
            .map(
                health ->
                    new ProofEndpoint.Health(
                        served.of(List.of(health.path())), health.matcher(), health.limit())));
  }

  /**
   * A path of a listener that tells users something: the models that a server of OpenAI's kind has,
   * or its health.
   */
  public String tellingPath(ProofEndpoint endpoint) {
    List<String> paths = new ArrayList<>();
    if (Streaming.of(spec.service().server()) instanceof Streaming.Ask ask) {
      ask.models().map(Streaming.Models::path).ifPresent(paths::add);
    }
    paths.add(endpoint.health().map(ProofEndpoint.Health::path).orElse("/"));
    return spec.listeners().stream()
        .filter(each -> each.name().equals(endpoint.listener()))
        .findFirst()
        .map(listener -> new ServedPath(listener, endpoint.host()).of(paths))
        .orElse(paths.getFirst());
  }

  private ProofEndpoint endpoint(ListenerSpec listener) {
    Optional<String> domain =
        listener.tls().map(TlsSpec::certificateArn).flatMap(facts::certificateDomain);
    return new ProofEndpoint(
        listener.name(),
        dnsName,
        listener.protocol() == Protocol.HTTPS,
        listener.port(),
        facts.via(listener.port()),
        domain,
        health(listener),
        key(listener),
        domain.filter(this::hasRecord).isPresent());
  }

  private boolean hasRecord(String domain) {
    return spec.loadBalancer().dnsRecords().stream().anyMatch(each -> each.name().equals(domain));
  }

  private Optional<ProofEndpoint.Health> health(ListenerSpec listener) {
    if (listener.targetGroups().isEmpty()) {
      Duration limit = Duration.ofSeconds(LEAST_LIMIT_SECONDS);
      return Optional.of(new ProofEndpoint.Health("/", "200-499", limit));
    }
    return spec.targetGroup(listener.targetGroups().getFirst()).flatMap(ProofPlan::health);
  }

  private static Optional<ProofEndpoint.Health> health(TargetGroupSpec group) {
    var check = group.healthCheck();
    return group.protocolVersion() == ProtocolVersion.GRPC
        ? Optional.empty()
        : Optional.of(
            new ProofEndpoint.Health(
                check.path(),
                check.matcher(),
                Duration.ofSeconds(Math.max(check.timeoutSeconds(), LEAST_LIMIT_SECONDS))));
  }

  private Optional<ProofEndpoint.Key> key(ListenerSpec listener) {
    boolean closed =
        ApiKeyGate.isClosed(listener).isPresent()
            && listener.defaultAction().equals(ApiKeyGate.REFUSAL)
            && ApiKeyGate.openPaths(listener).stream()
                .noneMatch(path -> path.equals("*") || path.startsWith("/*"));
    return ApiKeyGate.isClosed(listener)
        .or(() -> listener.apiKeys().stream().findFirst())
        .map(
            key ->
                new ProofEndpoint.Key(
                    key.header(),
                    key.prefix(),
                    facts.key(key.keyName()).map(value -> key.prefix() + value),
                    closed,
                    CLOSED_PATH));
  }
}
