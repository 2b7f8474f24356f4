package portico.desktop.widget;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.text.DesktopText;

/** The title of a screen, a line below it, actions at its right, and the practice banner. */
public final class PageHeader extends VBox {
  private final Label title;
  private final Label subtitle;
  private final Label practice;
  private final HBox actions = new HBox();

  public PageHeader(String titleText, String subtitleText) {
    title = Nodes.label(titleText, "page-title");
    title.setId("page-title");
    subtitle = Nodes.paragraph(subtitleText, "page-subtitle");
    VBox texts = new VBox(title, subtitle);
    texts.getStyleClass().add("page-titles");
    HBox.setHgrow(texts, Priority.ALWAYS);
    actions.getStyleClass().add("page-actions");
    actions.setAlignment(Pos.TOP_RIGHT);
    HBox line = new HBox(texts, actions);
    line.getStyleClass().add("page-head-line");
    practice = Nodes.paragraph(DesktopText.words().get("practice.banner"), "practice-banner");
    practice.setId("practice-banner");
    practice.setGraphic(Nodes.icon(Feather.BOX));
    practice.setMaxWidth(Double.MAX_VALUE);
    practice.setAccessibleRole(AccessibleRole.TEXT);
    getStyleClass().add("page-header");
    getChildren().addAll(line, practice);
    setSubtitle(subtitleText);
    showPractice(false);
  }

  public void setTitle(String text) {
    title.setText(text);
  }

  public void setSubtitle(String text) {
    subtitle.setText(text);
    Nodes.show(subtitle, !text.isEmpty());
  }

  /** Shows the banner wherever something below is simulated. */
  public void showPractice(boolean shown) {
    Nodes.show(practice, shown);
  }

  public void setActions(Node... nodes) {
    actions.getChildren().setAll(nodes);
  }
}
