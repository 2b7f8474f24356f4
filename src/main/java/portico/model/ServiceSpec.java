package portico.model;

import java.util.OptionalInt;

/**
 * What is served, as far as AWS does not need to know: it decides whether the timeouts on the way
 * fit together. An empty number is not known.
 *
 * @param server a preset's id, such as {@code vllm}, or {@code other}
 * @param keepAliveSeconds how long the server keeps an idle connection open; must be longer than
 *     the load balancer's idle timeout
 * @param requestLimitSeconds after which the server itself gives a request up
 * @param longestSilenceSeconds the longest time in which an answer in work sends nothing: for an
 *     answer in one piece the whole time, for a stream the longest gap
 * @param clientTimeoutSeconds how long the clients wait
 */
public record ServiceSpec(
    String server,
    OptionalInt keepAliveSeconds,
    OptionalInt requestLimitSeconds,
    OptionalInt longestSilenceSeconds,
    OptionalInt clientTimeoutSeconds) {
  /** Nothing is known. */
  public static final ServiceSpec OTHER =
      new ServiceSpec(
          "other",
          OptionalInt.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          OptionalInt.empty());
}
