package portico.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import portico.spec.SpecAnswer;
import portico.spec.SpecDraft;
import portico.spec.SpecFile;

/** Reads the file that --spec names. */
final class SpecSource {
  private static final String STANDARD_INPUT = "-";

  private final Terminal terminal;
  private final CliText text;

  SpecSource(CliContext context) {
    this.terminal = context.terminal();
    this.text = context.text();
  }

  /**
   * The draft in the file, or in standard input for a hyphen.
   *
   * @throws Refused when the file cannot be read, or what it holds is no spec
   */
  SpecDraft read(String file) {
    return switch (SpecFile.read(content(file))) {
      case SpecAnswer.Read<SpecDraft>(SpecDraft draft) -> draft;
      case SpecAnswer.Wrong<SpecDraft>(var problems) ->
          throw new Refused(new Refusal.WrongSpec(problems));
      case SpecAnswer.Unreadable<SpecDraft>(var failure) ->
          throw new Refused(new Refusal.AccountUnreadable(failure));
    };
  }

  private String content(String file) {
    try {
      if (file.equals(STANDARD_INPUT)) {
        StringWriter content = new StringWriter();
        terminal.in().transferTo(content);
        return content.toString();
      }
      return Files.readString(Path.of(file));
    } catch (NoSuchFileException e) {
      throw unreadable(file, text.get("file.missing"));
    } catch (MalformedInputException e) {
      throw unreadable(file, text.get("file.not-utf8"));
    } catch (IOException | InvalidPathException e) {
      throw unreadable(file, String.valueOf(e.getMessage()));
    }
  }

  private static Refused unreadable(String file, String detail) {
    return new Refused(new Refusal.NoSpecFile(file, detail));
  }
}
