package portico.export;

import java.util.ArrayList;
import java.util.List;
import portico.export.Value.Fields;

/** A command of the AWS CLI, each of its options on a line of its own. */
final class AwsCliCommand {
  private final String command;
  private final Fields in;
  private final List<String> options = new ArrayList<>();

  /**
   * @param in where {@link #field} looks
   */
  AwsCliCommand(String command, Fields in) {
    this.command = command;
    this.in = in;
  }

  AwsCliCommand option(String option) {
    options.add(option);
    return this;
  }

  /** A field under the option of its own name. */
  AwsCliCommand field(String field) {
    return option("--" + field.replace('_', '-') + " " + AwsCliText.word(in, field));
  }

  /** The same for a field that may not be there. */
  AwsCliCommand fieldIfThere(String field) {
    return in.values().containsKey(field) ? field(field) : this;
  }

  void write(Lines lines) {
    write(lines, command, "");
  }

  /** {@code ID=$(command --query QUERY --output text)}, and what that made. */
  void writeKeeping(Lines lines, String id, String query) {
    option("--query '" + query + "' --output text");
    write(lines, AwsCliText.name(id) + "=$(" + command, ")");
    lines.line("echo \"" + id + " $" + AwsCliText.name(id) + "\"");
  }

  private void write(Lines lines, String begin, String end) {
    lines.line(begin + " \\");
    lines.within(
        () -> {
          for (int index = 0; index < options.size(); index++) {
            lines.line(options.get(index) + (index < options.size() - 1 ? " \\" : end));
          }
        });
  }
}
