package portico.desktop;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a window can be shown. Asked before JavaFX starts, which would end with a stack trace.
 */
final class DisplayCheck {
  private DisplayCheck() {}

  /**
   * Only Linux can lack a display; there JavaFX needs an X server, or a platform of its own.
   *
   * @param platform JavaFX's {@code glass.platform} setting, if there is one
   */
  static boolean isPresent(
      String osName, Map<String, String> environment, Optional<String> platform) {
    return !osName.toLowerCase(Locale.ROOT).contains("linux")
        || platform.isPresent()
        || isSet(environment, "DISPLAY")
        || isSet(environment, "WAYLAND_DISPLAY");
  }

  /** For this process. */
  static boolean isPresent() {
    return isPresent(
        System.getProperty("os.name", ""),
        System.getenv(),
        Optional.ofNullable(System.getProperty("glass.platform")));
  }

  private static boolean isSet(Map<String, String> environment, String variable) {
    return !environment.getOrDefault(variable, "").isEmpty();
  }
}
