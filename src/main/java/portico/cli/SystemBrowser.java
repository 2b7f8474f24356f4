package portico.cli;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Opens an address in the user's browser, by the program that each system has for it. */
final class SystemBrowser implements Consumer<URI> {

  /** A browser that does not open is no failure: the address stands on the terminal too. */
  @Override
  public void accept(URI address) {
    if (!"https".equals(address.getScheme()) && !"http".equals(address.getScheme())) {
      return;
    }
    ProcessBuilder opener = new ProcessBuilder(command(address.toString()));
    opener.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    try {
      Process started = opener.start();
      started.getOutputStream().close();
    } catch (IOException none) {
      // There is no such program here, as on a server.
    }
  }

  private static List<String> command(String address) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.contains("mac")) {
      return List.of("open", address);
    }
    return File.separatorChar == '/'
        ? List.of("xdg-open", address)
        : List.of("rundll32", "url.dll,FileProtocolHandler", address);
  }
}
