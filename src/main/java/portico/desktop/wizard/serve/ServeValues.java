package portico.desktop.wizard.serve;

import java.util.List;
import java.util.Locale;
import portico.desktop.wizard.form.Texts;
import portico.model.HealthCheckSpec;
import portico.model.LoadBalancerAttributes;
import portico.model.Stickiness;
import portico.model.TargetGroupSpec;
import portico.preset.Preset;
import portico.text.LadderText;
import portico.text.Words;

/** Tells what a preset fills in, with its reasons. */
final class ServeValues {
  private final Texts texts;
  private final LadderText ladder = new LadderText(Words.core());

  ServeValues(Texts texts) {
    this.texts = texts;
  }

  /** In the order of the steps that they go to. */
  List<ServeValue> of(Preset preset, TargetGroupSpec group, LoadBalancerAttributes attributes) {
    HealthCheckSpec check = group.healthCheck();
    int idle = attributes.idleTimeoutSeconds();
    int drain = group.attributes().deregistrationDelaySeconds();
    return List.of(
        new ServeValue(
            texts.get("serve.value.answers"),
            texts.get("serve.answers." + preset.answers().value().name()),
            preset.answers().because()),
        new ServeValue(
            texts.get("serve.value.version"),
            texts.get("serve.version." + group.protocolVersion().name()),
            preset.protocolVersion().because()),
        new ServeValue(
            texts.get("serve.value.path"), check.path(), preset.health().path().because()),
        new ServeValue(
            texts.get("serve.value.quality"),
            texts.get("serve.quality." + preset.health().quality().value().name()),
            preset.health().quality().because()),
        new ServeValue(
            texts.get("serve.value.check"),
            texts.get("serve.check", check.intervalSeconds(), check.timeoutSeconds()),
            ladder.health(check)),
        new ServeValue(
            texts.get("serve.value.idle"),
            texts.get("serve.seconds", idle),
            idle == preset.idleTimeoutSeconds().value()
                ? preset.idleTimeoutSeconds().because()
                : texts.get("serve.reason.idle")),
        new ServeValue(
            texts.get("serve.value.algorithm"),
            texts.get("serve.algorithm." + group.attributes().algorithm().name()),
            preset.algorithm().because()),
        new ServeValue(
            texts.get("serve.value.stickiness"),
            stickiness(group.attributes().stickiness()),
            preset.stickiness().because()),
        new ServeValue(
            texts.get("serve.value.drain"),
            texts.get("serve.seconds", drain),
            drain == preset.deregistrationDelaySeconds().value()
                ? preset.deregistrationDelaySeconds().because()
                : texts.get("serve.reason.drain")),
        new ServeValue(
            texts.get("serve.value.metrics"),
            preset.metrics().value().toLowerCase(Locale.ROOT),
            preset.metrics().because()));
  }

  private String stickiness(Stickiness stickiness) {
    return switch (stickiness) {
      case Stickiness.Off() -> texts.get("serve.stickiness.off");
      case Stickiness.LoadBalancerCookie(int seconds) ->
          texts.get("serve.stickiness.cookie", seconds / 3600);
      case Stickiness.ApplicationCookie(String name, int seconds) ->
          texts.get("serve.stickiness.application", name);
    };
  }
}
