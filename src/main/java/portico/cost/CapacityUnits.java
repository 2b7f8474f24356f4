package portico.cost;

import portico.model.EnvironmentSpec;
import portico.model.TargetGroupSpec;
import portico.model.TargetType;

/**
 * Load balancer capacity units (LCU) by dimension; AWS charges for the largest
 * (aws.amazon.com/elasticloadbalancing/pricing, "LCU details").
 *
 * @param newConnections 25 a second make one unit
 * @param activeConnections 3,000 at a time make one unit
 * @param processedBytes 1 GB an hour makes one unit, 0.4 GB to and from Lambda functions
 * @param ruleEvaluations 1,000 a second make one unit; the first ten rules of a request are free
 */
public record CapacityUnits(
    double newConnections,
    double activeConnections,
    double processedBytes,
    double ruleEvaluations) {
  private static final double BYTES_PER_TOKEN = 4;

  /** An event of an OpenAI-compatible stream: about 250 bytes of JSON around a token. */
  private static final double BYTES_PER_STREAMED_TOKEN = 250;

  /** Request and answer headers, JSON around the text. */
  private static final double BYTES_PER_REQUEST = 2_000;

  private static final double FREE_RULES = 10;

  /** What the use of a service comes to, if every request passes all rules. */
  public static CapacityUnits of(Usage usage, EnvironmentSpec spec) {
    double perSecond = usage.requestsPerMinute() / 60;
    double answerSeconds = usage.answerTokens() / usage.tokensPerSecond();
    double bytes =
        BYTES_PER_REQUEST
            + usage.promptTokens() * BYTES_PER_TOKEN
            + usage.answerTokens()
                * (usage.streamed() ? BYTES_PER_STREAMED_TOKEN : BYTES_PER_TOKEN);
    double gigabytesPerHour = perSecond * 3600 * bytes / 1e9;
    int rules = spec.listeners().stream().mapToInt(each -> each.rules().size()).max().orElse(0);
    return new CapacityUnits(
        perSecond * usage.newConnections() / 25,
        perSecond * answerSeconds / 3000,
        gigabytesPerHour / (onlyLambda(spec) ? 0.4 : 1),
        perSecond * Math.max(0, rules - FREE_RULES) / 1000);
  }

  private static boolean onlyLambda(EnvironmentSpec spec) {
    return !spec.targetGroups().isEmpty()
        && spec.targetGroups().stream()
            .map(TargetGroupSpec::targetType)
            .allMatch(TargetType.LAMBDA::equals);
  }

  /** What AWS counts. */
  public enum Dimension {
    NEW_CONNECTIONS,
    ACTIVE_CONNECTIONS,
    PROCESSED_BYTES,
    RULE_EVALUATIONS
  }

  /** Which dimension is the largest, and so is charged. */
  public Dimension deciding() {
    double charged = charged();
    if (processedBytes >= charged) {
      return Dimension.PROCESSED_BYTES;
    }
    if (activeConnections >= charged) {
      return Dimension.ACTIVE_CONNECTIONS;
    }
    return newConnections >= charged ? Dimension.NEW_CONNECTIONS : Dimension.RULE_EVALUATIONS;
  }

  /** What is charged. */
  public double charged() {
    return Math.max(
        Math.max(newConnections, activeConnections), Math.max(processedBytes, ruleEvaluations));
  }
}
