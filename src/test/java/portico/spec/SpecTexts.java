package portico.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import portico.text.FailureText;
import portico.text.Words;

/** Reads specs that tests write. */
final class SpecTexts {
  static final SpecText TEXT = new SpecText(new FailureText(Words.core()));

  private SpecTexts() {}

  static List<String> problemsOf(String spec) {
    return switch (SpecFile.read(spec)) {
      case SpecAnswer.Wrong<SpecDraft>(var problems) ->
          problems.stream().map(TEXT::inOneLine).toList();
      case SpecAnswer.Read<SpecDraft> _ -> List.of();
      case SpecAnswer.Unreadable<SpecDraft> _ -> throw new AssertionError("reading asks no one");
    };
  }

  static SpecDraft read(String spec) {
    assertThat(problemsOf(spec)).isEmpty();
    if (SpecFile.read(spec) instanceof SpecAnswer.Read<SpecDraft>(SpecDraft draft)) {
      return draft;
    }
    throw new AssertionError("not read");
  }

  static String group(String fields) {
    return "targetGroups:\n  - port: 8000\n" + fields.indent(4);
  }
}
