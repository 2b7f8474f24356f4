package portico.desktop.wizard.serve;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import portico.desktop.wizard.draft.ServeChoice;
import portico.model.LoadBalancerAttributes;
import portico.model.Protocol;
import portico.model.ServiceSpec;
import portico.model.SpecDefaults;
import portico.model.TargetGroupAttributes;
import portico.model.TargetGroupSpec;
import portico.model.TargetType;
import portico.model.TimeoutLadder;
import portico.preset.Advice;
import portico.preset.PastedCommand;
import portico.preset.Preset;
import portico.preset.Remark;

/**
 * What the user has said, complete and right, and what follows from it.
 *
 * @param silence the longest time without a byte in seconds, if it is known
 * @param pasted the command that fits the preset, if there is one
 * @param told whether the server is set as advised
 * @param base what an environment that is being changed has, while its server is the same
 * @param existing what it has, whichever server is chosen: its target group keeps name and type
 */
record ServeAnswers(
    Preset preset,
    int port,
    OptionalInt silence,
    Optional<PastedCommand> pasted,
    boolean told,
    Optional<ServeChoice> base,
    Optional<ServeChoice> existing) {

  ServeChoice choice() {
    LoadBalancerAttributes attributes = attributes();
    return new ServeChoice(preset.name(), service(attributes), targetGroup(), attributes);
  }

  /** What to set at the server; what the pasted command sets already is left out. */
  List<Advice> advice() {
    int idle = attributes().idleTimeoutSeconds();
    return preset.advice(stated(), idle).stream()
        .filter(
            each ->
                switch (each.subject()) {
                  case BIND -> !bindIsSet();
                  case KEEP_ALIVE ->
                      pasted.map(PastedCommand::keepAliveSeconds).stream()
                          .noneMatch(value -> value.orElse(0) > idle);
                  case REQUEST_LIMIT -> true;
                })
        .toList();
  }

  private boolean bindIsSet() {
    return pasted.isPresent()
        && pasted.get().warnings().stream()
            .noneMatch(each -> each.trouble() == Remark.Trouble.BOUND_TO_LOOPBACK);
  }

  /** The service as it is without any advice followed. */
  private ServiceSpec stated() {
    ServiceSpec own = base.map(ServeChoice::service).orElseGet(preset::service);
    return new ServiceSpec(
        preset.id(),
        pasted
            .map(PastedCommand::keepAliveSeconds)
            .filter(OptionalInt::isPresent)
            .orElse(own.keepAliveSeconds()),
        pasted
            .map(PastedCommand::requestLimitSeconds)
            .filter(OptionalInt::isPresent)
            .orElse(own.requestLimitSeconds()),
        silence,
        existing.map(ServeChoice::service).orElse(own).clientTimeoutSeconds());
  }

  /** Whether what the environment has stays as it is, even where it could be better. */
  private boolean keepsAll() {
    return base.filter(
            each ->
                each.targetGroup().port() == port
                    && each.service().longestSilenceSeconds().equals(silence))
        .isPresent();
  }

  private ServiceSpec service(LoadBalancerAttributes attributes) {
    ServiceSpec stated = stated();
    if (!told) {
      return stated;
    }
    ServiceSpec fixed = TimeoutLadder.fix(stated, attributes, targetGroup()).service();
    boolean keepAlive = preset.keepAlive().setting().isPresent();
    boolean limit = preset.requestLimit().setting().isPresent();
    return new ServiceSpec(
        stated.server(),
        keepAlive ? fixed.keepAliveSeconds() : stated.keepAliveSeconds(),
        limit ? fixed.requestLimitSeconds() : stated.requestLimitSeconds(),
        silence,
        stated.clientTimeoutSeconds());
  }

  private LoadBalancerAttributes attributes() {
    LoadBalancerAttributes before =
        existing.map(ServeChoice::attributes).orElse(LoadBalancerAttributes.AWS);
    if (keepsAll()) {
      return before;
    }
    int suggested =
        base.map(each -> each.attributes().idleTimeoutSeconds())
            .orElse(preset.idleTimeoutSeconds().value());
    int idle =
        silence.isPresent() && silence.getAsInt() >= suggested
            ? TimeoutLadder.idleFor(silence.getAsInt())
            : suggested;
    return new LoadBalancerAttributes(
        idle,
        before.clientKeepAliveSeconds(),
        before.http2(),
        before.deletionProtection(),
        before.dropInvalidHeaderFields(),
        before.accessLogs(),
        before.connectionLogs());
  }

  private TargetGroupSpec targetGroup() {
    Optional<TargetGroupSpec> before = existing.map(ServeChoice::targetGroup);
    boolean function = before.filter(each -> each.targetType() == TargetType.LAMBDA).isPresent();
    if (before.isPresent() && (keepsAll() || function)) {
      return before.get();
    }
    TargetGroupSpec suggested =
        base.map(ServeChoice::targetGroup).orElseGet(() -> ofPreset(before));
    return new TargetGroupSpec(
        suggested.name(),
        suggested.targetType(),
        suggested.protocol(),
        suggested.protocolVersion(),
        port,
        suggested.healthCheck(),
        draining(suggested.attributes()),
        suggested.targets(),
        suggested.tags());
  }

  /**
   * What suits the server. The group that is there already stays the same one, with its targets;
   * another name would make a second group and leave the first to its fate.
   */
  private TargetGroupSpec ofPreset(Optional<TargetGroupSpec> before) {
    String model = pasted.map(PastedCommand::model).map(ServeAnswers::inPath).orElse("");
    return new TargetGroupSpec(
        before.map(TargetGroupSpec::name).orElse(SpecDefaults.TARGET_GROUP_NAME),
        before.map(TargetGroupSpec::targetType).orElse(TargetType.INSTANCE),
        before.map(TargetGroupSpec::protocol).orElse(Protocol.HTTP),
        preset.protocolVersion().value(),
        port,
        preset.health().spec(model),
        preset.targetGroupAttributes(),
        before.map(TargetGroupSpec::targets).orElse(List.of()),
        before.map(TargetGroupSpec::tags).orElse(Map.of()));
  }

  /** Only what a URL's path can hold. */
  private static String inPath(String model) {
    return model.matches("[A-Za-z0-9._-]{1,100}") ? model : "";
  }

  private TargetGroupAttributes draining(TargetGroupAttributes before) {
    int drain = before.deregistrationDelaySeconds();
    int needed =
        silence.isPresent() && silence.getAsInt() > drain
            ? Math.min(
                TimeoutLadder.DRAIN_MAX,
                TimeoutLadder.beyond(Math.min(silence.getAsInt(), TimeoutLadder.DRAIN_MAX)))
            : drain;
    return new TargetGroupAttributes(
        needed,
        before.slowStartSeconds(),
        before.algorithm(),
        before.anomalyMitigation(),
        before.stickiness());
  }
}
