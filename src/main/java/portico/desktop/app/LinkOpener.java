package portico.desktop.app;

import java.net.URI;

/** Opens an address in the user's browser. */
public interface LinkOpener {
  void open(URI address);
}
