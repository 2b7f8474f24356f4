package portico.desktop;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.System.Logger;
import java.util.List;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import portico.desktop.widget.CopyButton;
import portico.desktop.widget.Dialogs;
import portico.desktop.widget.Nodes;
import portico.text.Words;

/** Reports exceptions that nobody expected: to the log always, to the user one at a time. */
final class Defects {
  private static final Logger LOG = System.getLogger(Defects.class.getName());

  private final Stage stage;
  private final Words words;
  private boolean showing;

  Defects(Stage stage, Words words) {
    this.stage = stage;
    this.words = words;
  }

  /** Called on the FX thread. */
  void report(Throwable defect) {
    LOG.log(Logger.Level.ERROR, "Unexpected exception", defect);
    if (showing || !stage.isShowing()) {
      return;
    }
    showing = true;
    StringWriter trace = new StringWriter();
    defect.printStackTrace(new PrintWriter(trace, true));
    String copy = words.get("failure.copy");
    VBox content =
        new VBox(
            12,
            Nodes.paragraph(words.get("unexpected.text")),
            Nodes.paragraph(defect.toString(), "mono", "small-text"),
            new CopyButton("unexpected-copy", copy, copy, trace::toString));
    Dialogs.ask(
        stage,
        words.get("unexpected.title"),
        content,
        List.of(
            new Dialogs.Choice(
                "unexpected-close",
                words.get("unexpected.close"),
                ButtonData.CANCEL_CLOSE,
                () -> showing = false)));
  }
}
