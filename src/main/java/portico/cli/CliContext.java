package portico.cli;

import java.time.InstantSource;
import portico.service.ServicesFactory;

/** What every command is given. */
record CliContext(
    ServicesFactory services,
    Terminal terminal,
    Interrupts interrupts,
    CliText text,
    InstantSource clock) {

  /** A line of progress. */
  void say(String key, Object... facts) {
    terminal.err().println(text.get(key, facts));
  }
}
