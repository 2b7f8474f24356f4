package portico.preset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import portico.model.Algorithm;
import portico.model.ProtocolVersion;
import portico.model.ServiceSpec;
import portico.model.Stickiness;
import portico.model.TargetGroupAttributes;
import portico.model.TimeoutLadder;

/**
 * What Portico suggests for one server. Every value keeps AWS's rules.
 *
 * @param id as in {@link ServiceSpec#server()}
 * @param name for people
 * @param line what the server is, in a few words
 * @param longestSilence in seconds; empty where nobody can know
 * @param metrics where its measurements are; {@code none} when nowhere
 * @param traps what to beware of
 * @param sources where the values come from
 * @param command how it is started
 */
public record Preset(
    String id,
    String name,
    String line,
    Reasoned<AnswerStyle> answers,
    Reasoned<Integer> port,
    Reasoned<ProtocolVersion> protocolVersion,
    HealthPreset health,
    Reasoned<Integer> idleTimeoutSeconds,
    Optional<Reasoned<Integer>> longestSilence,
    Reasoned<Algorithm> algorithm,
    Reasoned<Stickiness> stickiness,
    Reasoned<Integer> deregistrationDelaySeconds,
    BindPreset bind,
    ServerTimeout keepAlive,
    ServerTimeout requestLimit,
    Reasoned<String> metrics,
    List<String> traps,
    List<String> sources,
    CommandForm command) {
  /** The id of the preset for servers that Portico does not know. */
  public static final String OTHER = "other";

  public Preset {
    traps = List.copyOf(traps);
    sources = List.copyOf(sources);
  }

  public boolean isOther() {
    return id.equals(OTHER);
  }

  /** The service as it is before anybody has set anything at the server. */
  public ServiceSpec service() {
    return new ServiceSpec(
        id,
        keepAlive.seconds(),
        requestLimit.seconds(),
        longestSilence.map(each -> OptionalInt.of(each.value())).orElseGet(OptionalInt::empty),
        OptionalInt.empty());
  }

  /** How requests are spread. */
  public TargetGroupAttributes targetGroupAttributes() {
    return new TargetGroupAttributes(
        deregistrationDelaySeconds.value(), 0, algorithm.value(), false, stickiness.value());
  }

  /**
   * What to set at the server so that it fits behind a load balancer.
   *
   * @param service what is known of the server now
   * @param idleTimeoutSeconds the load balancer's idle timeout
   */
  public List<Advice> advice(ServiceSpec service, int idleTimeoutSeconds) {
    List<Advice> advice = new ArrayList<>();
    bind.setting()
        .ifPresent(
            setting -> advice.add(Advice.of(Advice.Subject.BIND, setting, 0, bind.because())));
    keepAliveAdvice(service, idleTimeoutSeconds).ifPresent(advice::add);
    requestLimitAdvice(service, idleTimeoutSeconds).ifPresent(advice::add);
    return List.copyOf(advice);
  }

  /** A number above the server's own is one that the user means to set, so it is told again. */
  private Optional<Advice> keepAliveAdvice(ServiceSpec service, int idle) {
    int needed = TimeoutLadder.keepAliveFor(idle);
    if (keepAlive.seconds().orElse(0) > idle) {
      return Optional.empty();
    }
    int wanted = Math.max(needed, beyondIdle(service.keepAliveSeconds(), idle).orElse(needed));
    return Optional.of(
        keepAlive
            .setting()
            .map(
                setting ->
                    Advice.of(Advice.Subject.KEEP_ALIVE, setting, wanted, keepAlive.because()))
            .orElseGet(() -> Advice.impossible(Advice.Subject.KEEP_ALIVE, keepAlive.because())));
  }

  /** The value if it is above {@code idle}, thus already right. */
  private static OptionalInt beyondIdle(OptionalInt value, int idle) {
    return value.isPresent() && value.getAsInt() > idle && value.getAsInt() < TimeoutLadder.NEVER
        ? value
        : OptionalInt.empty();
  }

  private Optional<Advice> requestLimitAdvice(ServiceSpec service, int idle) {
    OptionalInt silence = service.longestSilenceSeconds();
    if (!(requestLimit.length() instanceof ServerTimeout.Length.Seconds(int own))
        || silence.isEmpty()
        || own > silence.getAsInt()) {
      return Optional.empty();
    }
    int wanted = Math.max(idle, TimeoutLadder.beyond(silence.getAsInt()));
    return Optional.of(
        requestLimit
            .setting()
            .map(
                setting ->
                    Advice.of(
                        Advice.Subject.REQUEST_LIMIT, setting, wanted, requestLimit.because()))
            .orElseGet(
                () -> Advice.impossible(Advice.Subject.REQUEST_LIMIT, requestLimit.because())));
  }
}
