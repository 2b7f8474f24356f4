package portico.cost;

/**
 * How a service is used, in the terms of those who serve models.
 *
 * @param requestsPerMinute on average over the month, at least 0
 * @param promptTokens of an average request
 * @param answerTokens of an average answer
 * @param tokensPerSecond how fast an answer is made; decides how long its connection is busy
 * @param streamed whether each token is an event of its own, which takes about 60 times the bytes
 * @param newConnections the share of requests that open a connection, 0 to 1; clients that keep
 *     connections alive have a small one
 */
public record Usage(
    double requestsPerMinute,
    int promptTokens,
    int answerTokens,
    double tokensPerSecond,
    boolean streamed,
    double newConnections) {
  /** A demo: a request every ten seconds, streamed. */
  public static final Usage DEMO = new Usage(6, 500, 300, 30, true, 0.2);

  public Usage {
    if (requestsPerMinute < 0
        || promptTokens < 0
        || answerTokens < 0
        || tokensPerSecond <= 0
        || newConnections < 0
        || newConnections > 1) {
      throw new IllegalArgumentException("not a use of a service");
    }
  }
}
