package portico.cli;

import java.net.URI;
import java.time.InstantSource;
import java.util.function.Consumer;
import portico.service.ServicesFactory;

/** What every command is given. */
record CliContext(
    ServicesFactory services,
    Terminal terminal,
    Interrupts interrupts,
    Consumer<URI> browser,
    CliText text,
    InstantSource clock) {

  /** A line of progress. */
  void say(String key, Object... facts) {
    terminal.err().println(text.get(key, facts));
  }
}
