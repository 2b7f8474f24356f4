package portico.preset;

import java.util.Optional;

/**
 * The address that a server listens on.
 *
 * @param address its own choice, such as {@code 127.0.0.1}; {@code unknown} where nobody knows
 * @param setting what makes it listen on all addresses, where that is needed
 * @param because why, for people
 */
public record BindPreset(String address, Optional<ServerSetting> setting, String because) {
  /** Whether nothing but the machine itself can reach the server. */
  public boolean isLoopback() {
    return isLoopback(address);
  }

  /** Whether {@code address} is one that only the machine itself can reach. */
  public static boolean isLoopback(String address) {
    return address.equals("localhost") || address.equals("::1") || address.startsWith("127.");
  }
}
