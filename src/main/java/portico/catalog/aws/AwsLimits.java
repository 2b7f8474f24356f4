package portico.catalog.aws;

import java.time.Duration;

/**
 * How long AWS may keep us waiting.
 *
 * @param connect to open a connection
 * @param attempt for one try of one call
 * @param answer for everything one question of the catalogue takes: credentials, tries, pages
 * @param credentials to obtain credentials, which may run a program of the user's or ask a sign-in
 *     service
 * @param attempts tries of one call, the first included
 */
public record AwsLimits(
    Duration connect, Duration attempt, Duration answer, Duration credentials, int attempts) {

  /** 5 s to connect, 20 s a try, three tries, a minute in all, of which 30 s for credentials. */
  public static AwsLimits standard() {
    return new AwsLimits(
        Duration.ofSeconds(5),
        Duration.ofSeconds(20),
        Duration.ofSeconds(60),
        Duration.ofSeconds(30),
        3);
  }
}
