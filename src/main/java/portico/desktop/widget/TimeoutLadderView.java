package portico.desktop.widget;

import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.text.DesktopText;
import portico.model.TimeoutLadder;
import portico.model.TimeoutLadder.Finding;
import portico.model.TimeoutLadder.Kind;
import portico.model.TimeoutLadder.Rung;
import portico.model.TimeoutLadder.Severity;
import portico.text.LadderText;
import portico.text.Message;
import portico.text.Words;

/**
 * The timeouts between client and server as bars on one logarithmic scale. A weak link is marked by
 * colour, icon and word; below stands what does not fit, and a button that sets both ends. The line
 * across the bars is the load balancer's idle timeout.
 */
public final class TimeoutLadderView extends VBox {
  private final Words words = DesktopText.words();
  private final LadderText text;
  private final Label summary = Nodes.paragraph("", "ladder-summary");
  private final GridPane grid = new GridPane();
  private final VBox findings = new VBox();
  private final Button fix;
  private Runnable onFix = () -> {};

  /**
   * @param id intent id; the button's ends in {@code -fix}, the rungs' in their kind
   */
  public TimeoutLadderView(String id, LadderText text) {
    this.text = text;
    setId(id);
    getStyleClass().add("ladder");
    setAccessibleRole(AccessibleRole.PARENT);
    summary.setId(id + "-summary");
    grid.getStyleClass().add("ladder-grid");
    grid.getColumnConstraints().addAll(fixed(), growing(), fixed(), fixed());
    findings.getStyleClass().add("ladder-findings");
    fix = Nodes.button(id + "-fix", words.get("ladder.fix"), Feather.LINK, () -> onFix.run());
    fix.setAccessibleHelp(words.get("ladder.fix.help"));
    fix.getStyleClass().add("small");
    getChildren().addAll(summary, grid, findings, fix);
    Nodes.show(fix, false);
  }

  private static ColumnConstraints fixed() {
    ColumnConstraints column = new ColumnConstraints();
    column.setMinWidth(Region.USE_PREF_SIZE);
    return column;
  }

  private static ColumnConstraints growing() {
    ColumnConstraints column = new ColumnConstraints();
    column.setHgrow(Priority.ALWAYS);
    return column;
  }

  /** What happens when the user wants both ends set. */
  public void setOnFix(Runnable action) {
    onFix = action;
  }

  /** Shows a ladder in place of the one before. */
  public void show(TimeoutLadder ladder) {
    showSummary(ladder);
    grid.getChildren().clear();
    int mark = ladder.seconds(Kind.IDLE_TIMEOUT).orElse(1);
    for (Rung rung : ladder.rungs()) {
      addRung(rung, ladder.severityOf(rung.kind()), mark);
    }
    findings.getChildren().setAll(ladder.findings().stream().map(this::finding).toList());
    Nodes.show(findings, !ladder.findings().isEmpty());
    Nodes.show(fix, ladder.canBeMended());
  }

  private void showSummary(TimeoutLadder ladder) {
    Tone tone =
        ladder.findings().stream()
            .findFirst()
            .map(each -> toneOf(each.severity()))
            .filter(each -> each != Tone.INFO)
            .orElse(Tone.SUCCESS);
    summary.setText(text.summary(ladder));
    Label icon = new Label("", Nodes.icon(tone.icon()));
    icon.getStyleClass().addAll("ladder-icon", tone.styleClass());
    summary.setGraphic(icon);
    setAccessibleText(text.summary(ladder));
  }

  private void addRung(Rung rung, Optional<Severity> severity, int mark) {
    Tone tone = severity.map(TimeoutLadderView::toneOf).orElse(Tone.NEUTRAL);
    Label name = Nodes.label(text.of(rung.kind()), "ladder-name");
    name.setMinWidth(USE_PREF_SIZE);
    LadderBar bar = new LadderBar(rung.seconds(), mark);
    bar.getStyleClass().add(severity.isPresent() ? tone.styleClass() : "ladder-good");
    Label length = Nodes.label(text.length(rung.seconds()), "ladder-length");
    Label state = new Label();
    severity.ifPresent(
        worst -> {
          state.setText(text.of(worst));
          state.setGraphic(Nodes.icon(tone.icon()));
          state.getStyleClass().addAll("ladder-state", tone.styleClass());
        });
    name.setAccessibleText(
        words.get("ladder.rung.accessible", name.getText(), length.getText(), state.getText()));
    int row = grid.getRowCount();
    grid.addRow(grid.getChildren().isEmpty() ? 0 : row, name, bar, length, state);
    GridPane.setHalignment(length, HPos.RIGHT);
    GridPane.setValignment(bar, VPos.CENTER);
  }

  private HBox finding(Finding finding) {
    Tone tone = toneOf(finding.severity());
    Message message = text.of(finding);
    Label icon = new Label("", Nodes.icon(tone.icon()));
    icon.getStyleClass().addAll("ladder-icon", tone.styleClass());
    icon.setMinWidth(USE_PREF_SIZE);
    icon.setAccessibleText(text.of(finding.severity()));
    VBox lines =
        new VBox(
            Nodes.paragraph(message.what(), "ladder-what"),
            Nodes.paragraph(message.next(), "ladder-next"));
    HBox.setHgrow(lines, Priority.ALWAYS);
    HBox row = new HBox(icon, lines);
    row.setAlignment(Pos.TOP_LEFT);
    row.getStyleClass().add("ladder-finding");
    return row;
  }

  private static Tone toneOf(Severity severity) {
    return switch (severity) {
      case WEAK -> Tone.DANGER;
      case UNKNOWN -> Tone.WARNING;
      case NOTE -> Tone.INFO;
    };
  }
}
