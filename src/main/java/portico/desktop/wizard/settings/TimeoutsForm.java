package portico.desktop.wizard.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.Filling;
import portico.desktop.wizard.form.NumberRules;
import portico.desktop.wizard.form.Texts;
import portico.model.LoadBalancerAttributes;
import portico.model.LoadBalancerRules;
import portico.model.Rule;
import portico.model.ServiceSpec;
import portico.model.TargetGroupSpec;
import portico.model.TimeoutLadder;

/** The numbers of both ends, and the ladder that they make. */
public final class TimeoutsForm {
  private final Texts texts;
  private final Field idle;
  private final Field clientKeepAlive;
  private final Field serverKeepAlive;
  private final Field requestLimit;
  private final Field silence;
  private final Field clientTimeout;
  private final ObservableValue<Optional<TargetGroupSpec>> group;
  private final ObjectBinding<Optional<TimeoutLadder>> ladder;
  private String server = ServiceSpec.OTHER.server();

  TimeoutsForm(Texts texts, ObservableValue<Optional<TargetGroupSpec>> group) {
    this.texts = texts;
    this.group = group;
    idle = new Field("wizard-idle-timeout", texts.get("settings.idle"), this::idleFault);
    clientKeepAlive =
        new Field(
            "wizard-client-keep-alive",
            texts.get("settings.client-keep-alive"),
            this::clientKeepAliveFault);
    serverKeepAlive = optional("wizard-server-keep-alive", "settings.server-keep-alive");
    requestLimit = optional("wizard-request-limit", "settings.request-limit");
    silence = optional("wizard-silence", "settings.silence");
    clientTimeout = optional("wizard-client-timeout", "settings.client-timeout");
    List<Observable> inputs = new ArrayList<>(fields().map(Field::textProperty).toList());
    inputs.add(group);
    ladder = Bindings.createObjectBinding(this::currentLadder, inputs.toArray(Observable[]::new));
    fill(ServiceSpec.OTHER, LoadBalancerAttributes.AWS, Filling.WHOLE);
  }

  private Field optional(String id, String label) {
    return new Field(id, texts.get(label), text -> NumberRules.knownSeconds(texts, text));
  }

  public Field idle() {
    return idle;
  }

  public Field clientKeepAlive() {
    return clientKeepAlive;
  }

  public Field serverKeepAlive() {
    return serverKeepAlive;
  }

  public Field requestLimit() {
    return requestLimit;
  }

  public Field silence() {
    return silence;
  }

  public Field clientTimeout() {
    return clientTimeout;
  }

  /** The ladder; empty while a number is wrong or the target group is not decided. */
  public ObservableValue<Optional<TimeoutLadder>> ladder() {
    return ladder;
  }

  Stream<Field> fields() {
    return Stream.of(idle, clientKeepAlive, serverKeepAlive, requestLimit, silence, clientTimeout);
  }

  void fill(ServiceSpec service, LoadBalancerAttributes attributes, Filling how) {
    server = service.server();
    how.fill(idle, attributes.idleTimeoutSeconds());
    how.fill(clientKeepAlive, attributes.clientKeepAliveSeconds());
    how.fill(serverKeepAlive, service.keepAliveSeconds());
    how.fill(requestLimit, service.requestLimitSeconds());
    how.fill(silence, service.longestSilenceSeconds());
    how.fill(clientTimeout, service.clientTimeoutSeconds());
  }

  /** Sets both ends; the target group that fits is returned, since another step holds it. */
  Optional<TargetGroupSpec> fix(LoadBalancerAttributes attributes) {
    if (group.getValue().isEmpty() || !fields().allMatch(Field::isValid)) {
      return Optional.empty();
    }
    TimeoutLadder.Fix fix = TimeoutLadder.fix(service(), attributes, group.getValue().get());
    set(idle, OptionalInt.of(fix.attributes().idleTimeoutSeconds()));
    set(serverKeepAlive, fix.service().keepAliveSeconds());
    set(requestLimit, fix.service().requestLimitSeconds());
    set(clientTimeout, fix.service().clientTimeoutSeconds());
    return Optional.of(fix.targetGroup());
  }

  /** As the user would: it stays when the suggestions change. */
  private static void set(Field field, OptionalInt value) {
    value.ifPresent(number -> field.textProperty().set(String.valueOf(number)));
  }

  /** Only to be asked while the fields are valid. */
  ServiceSpec service() {
    return new ServiceSpec(
        server,
        serverKeepAlive.number(),
        requestLimit.number(),
        silence.number(),
        clientTimeout.number());
  }

  private Optional<TimeoutLadder> currentLadder() {
    if (!fields().allMatch(Field::isValid)) {
      return Optional.empty();
    }
    return group
        .getValue()
        .map(
            each ->
                TimeoutLadder.of(
                    service(),
                    new LoadBalancerAttributes(
                        idle.number().orElseThrow(),
                        clientKeepAlive.number().orElseThrow(),
                        true,
                        false,
                        false,
                        Optional.empty(),
                        Optional.empty()),
                    each));
  }

  private Optional<String> idleFault(String text) {
    return NumberRules.fault(
        texts,
        text,
        Rule.IDLE_TIMEOUT_RANGE,
        number -> LoadBalancerRules.idleTimeout("", number),
        LoadBalancerRules.IDLE_TIMEOUT_MIN,
        LoadBalancerRules.IDLE_TIMEOUT_MAX);
  }

  private Optional<String> clientKeepAliveFault(String text) {
    return NumberRules.fault(
        texts,
        text,
        Rule.CLIENT_KEEP_ALIVE_RANGE,
        number -> LoadBalancerRules.clientKeepAlive("", number),
        LoadBalancerRules.CLIENT_KEEP_ALIVE_MIN,
        LoadBalancerRules.CLIENT_KEEP_ALIVE_MAX);
  }
}
