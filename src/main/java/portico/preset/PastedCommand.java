package portico.preset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a command that somebody pasted says about the server that it starts: a {@code docker run} or
 * the server's own command line. Whatever it does not say is empty.
 *
 * @param preset the server
 * @param port where the machine takes the requests, 1 to 65535
 * @param keepAliveSeconds as the command sets it
 * @param requestLimitSeconds as the command sets it
 * @param model the model's name; may be empty
 * @param remarks what was understood and what will not work, in order
 */
public record PastedCommand(
    Optional<Preset> preset,
    OptionalInt port,
    OptionalInt keepAliveSeconds,
    OptionalInt requestLimitSeconds,
    String model,
    List<Remark> remarks) {
  public PastedCommand {
    remarks = List.copyOf(remarks);
  }

  /** Reads a text; of several commands the first that starts a known server counts. */
  public static PastedCommand read(String text, Presets presets) {
    ShellWords.Split split = ShellWords.split(text);
    Map<String, String> exported = new LinkedHashMap<>();
    Optional<CommandReading> unknown = Optional.empty();
    for (List<String> words : split.commands()) {
      CommandLine line = CommandLine.of(exported, words);
      if (line.words().isEmpty()) {
        exported.putAll(line.environment());
        continue;
      }
      CommandReading reading = new CommandReading(presets, line, !split.closed());
      if (reading.isKnown()) {
        return reading.read();
      }
      if (unknown.isEmpty() || reading.isContainer()) {
        unknown = Optional.of(reading);
      }
    }
    return unknown.map(CommandReading::read).orElseGet(() -> nothing(split.closed()));
  }

  private static PastedCommand nothing(boolean closed) {
    return new PastedCommand(
        Optional.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        "",
        closed ? List.of() : List.of(new Remark.Warning(Remark.Trouble.QUOTE_OPEN, "")));
  }

  /** The warnings alone. */
  public List<Remark.Warning> warnings() {
    return remarks.stream()
        .filter(Remark.Warning.class::isInstance)
        .map(Remark.Warning.class::cast)
        .toList();
  }
}
