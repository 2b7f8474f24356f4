package portico.desktop.widget;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import portico.desktop.text.DesktopText;

/**
 * A screen: a header that stays, and content below that scrolls when it is higher than its room.
 */
public final class Page extends BorderPane {
  private final VBox body = new VBox();

  public Page(PageHeader header, Node... content) {
    getStyleClass().add("page");
    body.getStyleClass().add("page-body");
    body.getChildren().addListener((ListChangeListener<Node>) Page::keepHeights);
    body.getChildren().addAll(content);
    ScrollPane scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setId("page-content");
    scroll.setAccessibleText(DesktopText.words().get("page.content"));
    scroll.getStyleClass().add("page-scroll");
    setTop(header);
    setCenter(scroll);
  }

  /** What does not fit scrolls; nothing is squeezed below the height that it needs. */
  private static void keepHeights(ListChangeListener.Change<? extends Node> change) {
    while (change.next()) {
      for (Node each : change.getAddedSubList()) {
        if (each instanceof Region region && region.getMinHeight() == Region.USE_COMPUTED_SIZE) {
          region.setMinHeight(Region.USE_PREF_SIZE);
        }
      }
    }
  }

  /** Where the content is. */
  public VBox body() {
    return body;
  }

  /** Puts a row below the content that stays in view, such as the buttons of a wizard. */
  public void setFooter(Node footer) {
    footer.getStyleClass().add("page-footer");
    setBottom(footer);
  }
}
