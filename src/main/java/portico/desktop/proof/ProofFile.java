package portico.desktop.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import portico.proof.ProofReport;
import portico.proof.json.ProofJson;
import portico.text.ProofPaper;
import portico.text.Words;

/** A report as a file. */
final class ProofFile {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmm").withZone(ZoneOffset.UTC);

  private ProofFile() {}

  /** A name that no other report of the environment has, unless it began in the same minute. */
  static String name(ProofReport report) {
    return report.environment() + "-proof-" + TIME.format(report.at()) + ".md";
  }

  /** Writes JSON for a name in {@code .json}, else Markdown. Does file I/O. */
  static ProofViewModel.Saved write(ProofReport report, Path file) {
    String text =
        file.toString().endsWith(".json") ? new ProofJson().write(report) : markdown(report);
    try {
      Files.writeString(file, text);
      return new ProofViewModel.Saved(file, "");
    } catch (IOException refused) {
      return new ProofViewModel.Saved(file, refused.toString());
    }
  }

  static String markdown(ProofReport report) {
    return new ProofPaper(Words.core()).markdown(report);
  }
}
