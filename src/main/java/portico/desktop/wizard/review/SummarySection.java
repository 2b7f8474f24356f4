package portico.desktop.wizard.review;

import java.util.List;
import portico.desktop.wizard.draft.StepId;

/** What one step decided, in words. */
public record SummarySection(StepId step, String title, List<Line> lines) {
  public SummarySection {
    lines = List.copyOf(lines);
  }

  /** One decision. */
  public record Line(String label, String value) {}
}
