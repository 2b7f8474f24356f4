package portico.preset;

import java.util.OptionalInt;
import portico.model.HealthCheckSpec;
import portico.model.Protocol;

/**
 * How a server's health is found out. The values keep the rules on {@link HealthCheckSpec}.
 *
 * @param path may hold {@code {model}} where the model's name belongs
 */
public record HealthPreset(
    Reasoned<String> path,
    Reasoned<HealthQuality> quality,
    Reasoned<String> matcher,
    Reasoned<Integer> intervalSeconds,
    Reasoned<Integer> timeoutSeconds,
    Reasoned<Integer> healthyThreshold,
    Reasoned<Integer> unhealthyThreshold) {
  /** The name that stands where the model's is not known: TensorFlow Serving's own default. */
  private static final String SOME_MODEL = "model";

  /** The path for a model of that name; {@code model} when it is empty. */
  public String pathFor(String model) {
    return path.value().replace("{model}", model.isEmpty() ? SOME_MODEL : model);
  }

  /** The health check for a model of that name, which may be empty. */
  public HealthCheckSpec spec(String model) {
    return new HealthCheckSpec(
        true,
        Protocol.HTTP,
        OptionalInt.empty(),
        pathFor(model),
        intervalSeconds.value(),
        timeoutSeconds.value(),
        healthyThreshold.value(),
        unhealthyThreshold.value(),
        matcher.value());
  }
}
