package portico.text;

import java.time.temporal.ChronoUnit;
import portico.proof.ProofReport;
import portico.proof.ProofStep;

/** A proof of service as a page of Markdown, for others to read. */
public final class ProofPaper {
  private final Words words;
  private final ProofText text;

  public ProofPaper(Words words) {
    this.words = words;
    this.text = new ProofText(words);
  }

  /** The whole page. */
  public String markdown(ProofReport report) {
    StringBuilder page = new StringBuilder();
    line(page, "# " + words.get("proof.paper.title", report.environment()));
    if (report.practice()) {
      line(page, "> **" + text.practice() + "**");
    }
    line(page, "**" + text.of(report.verdict().grade()) + "** " + text.verdict(report));
    text.records(report).forEach(each -> line(page, each.inOneLine()));
    line(
        page,
        words.get(
            "proof.paper.facts",
            "`" + report.dnsName() + "`",
            text.length(report.idleTimeout()),
            report.server(),
            report.at().truncatedTo(ChronoUnit.SECONDS),
            text.length(report.total())));
    for (String listener : report.steps().stream().map(ProofStep::listener).distinct().toList()) {
      line(page, "## " + words.get("proof.paper.listener", listener));
      page.append(words.get("proof.paper.head")).append("\n|--|--|--|\n");
      report.steps().stream()
          .filter(step -> step.listener().equals(listener))
          .forEach(step -> page.append(row(step, report)));
      page.append('\n');
    }
    return page.toString();
  }

  private static void line(StringBuilder page, String line) {
    page.append(line).append("\n\n");
  }

  private String row(ProofStep step, ProofReport report) {
    String state =
        words.get(
            switch (step) {
              case ProofStep.Failed _ -> "proof.paper.bad";
              case ProofStep.Skipped _ -> "proof.paper.skipped";
              case ProofStep.Resolved _,
                  ProofStep.Connected _,
                  ProofStep.Secured _,
                  ProofStep.Healthy _,
                  ProofStep.Refused _,
                  ProofStep.Streamed _,
                  ProofStep.Survived _ ->
                  "proof.paper.good";
            });
    return "| %s | **%s** %s | %s |\n"
        .formatted(
            text.of(step.stage()),
            state,
            // What servers say must not break the table.
            text.of(step, report.at()).replaceAll("\\s+", " ").replace("|", "\\|"),
            step instanceof ProofStep.Skipped ? "" : text.length(step.took()));
  }
}
