package portico.export;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import portico.export.Value.Fields;

/**
 * Fields as Python and TypeScript both write them: parts in braces, lists of them in brackets, and
 * a comma behind everything.
 *
 * @param beginning what stands before a field's value: its name and a colon
 * @param expression a value that takes no more than one line
 */
record Braces(BiFunction<String, Value, String> beginning, Function<Value, String> expression) {
  void fields(Lines lines, Fields fields) {
    fields.values().forEach((name, value) -> field(lines, beginning.apply(name, value), value));
  }

  void field(Lines lines, String begin, Value value) {
    switch (value) {
      case Value.Part(Fields inner) -> part(lines, begin, inner);
      case Value.Parts(List<Fields> parts) -> {
        lines.line(begin + "[");
        lines.within(() -> parts.forEach(part -> part(lines, "", part)));
        lines.line("],");
      }
      case Value.Entries(Map<String, String> entries) -> {
        lines.line(begin + "{");
        lines.within(
            () ->
                entries.forEach(
                    (key, text) ->
                        lines.line(Lines.quoted(key) + ": " + Lines.quoted(text) + ",")));
        lines.line("},");
      }
      case Value.Items _, Value.Scalar _ -> lines.line(begin + expression.apply(value) + ",");
    }
  }

  private void part(Lines lines, String begin, Fields fields) {
    lines.line(begin + "{");
    lines.within(() -> fields(lines, fields));
    lines.line("},");
  }
}
