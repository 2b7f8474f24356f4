package portico.catalog;

import java.time.Duration;
import java.util.function.Predicate;

/** Waits for a request for a certificate, asking ever more seldom, up to once in five seconds. */
public final class CertificateWait {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private CertificateWait() {}

  /**
   * The first state that is enough, else the last one when the time is over or the thread is
   * interrupted. Blocks for up to the limit and one answer of ACM.
   */
  public static Answer<RequestedCertificate> until(
      CertificateRequests requests,
      String arn,
      Predicate<RequestedCertificate> enough,
      Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    Duration pause = FIRST_PAUSE;
    while (true) {
      Answer<RequestedCertificate> now = requests.state(arn);
      boolean goOn =
          now instanceof Answer.Found<RequestedCertificate>(RequestedCertificate state)
              && !enough.test(state)
              && System.nanoTime() + pause.toNanos() < end
              && rested(pause);
      if (!goOn) {
        return now;
      }
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
              ? pause.multipliedBy(2)
              : LONGEST_PAUSE;
    }
  }

  private static boolean rested(Duration pause) {
    try {
      Thread.sleep(pause);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
