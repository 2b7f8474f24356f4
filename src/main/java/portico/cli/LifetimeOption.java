package portico.cli;

import java.time.Duration;
import portico.environment.Lifetime;

/** Lifetimes as they are typed. */
final class LifetimeOption {
  private LifetimeOption() {}

  /**
   * Reads {@code 30m}, {@code 8h} or {@code 2d}.
   *
   * @throws Refused for all else
   */
  static Lifetime parse(String text) {
    return Lifetime.parse(text)
        .orElseThrow(() -> new Refused(Refusal.Usage.of("usage.lifetime-form", text)));
  }

  /** As it is typed, in the largest unit that fits. */
  static String typed(Duration length) {
    if (length.toMinutes() % (24 * 60) == 0) {
      return length.toDays() + "d";
    }
    return length.toMinutes() % 60 == 0 ? length.toHours() + "h" : length.toMinutes() + "m";
  }
}
