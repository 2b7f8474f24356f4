package portico.desktop.wizard.view;

import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.widget.FormField;
import portico.desktop.widget.Nodes;
import portico.desktop.wizard.form.TagsForm;
import portico.desktop.wizard.form.Texts;

/** A list of tags that grows. */
public final class TagsView extends VBox {
  private final TagsForm form;
  private final Texts texts;
  private final VBox lines = new VBox();

  /**
   * @param lead stands above the tags and says whose they are
   */
  public TagsView(TagsForm form, Label lead, Texts texts) {
    this.form = form;
    this.texts = texts;
    getStyleClass().add("form-field");
    lines.getStyleClass().add("network-fields");
    Button add = Nodes.button(form.id() + "-add", texts.get("tags.add"), Feather.PLUS, this::add);
    add.getStyleClass().add("small");
    getChildren().addAll(lead, lines, add);
    form.lines().addListener((ListChangeListener<TagsForm.Line>) change -> showLines());
    showLines();
  }

  private void add() {
    form.add();
    Optional.ofNullable(lookup("#" + form.lines().getLast().key().id()))
        .ifPresent(Node::requestFocus);
  }

  private void showLines() {
    lines.getChildren().clear();
    List<TagsForm.Line> all = form.lines();
    for (int index = 0; index < all.size(); index++) {
      lines.getChildren().add(line(all.get(index), index + 1));
    }
  }

  private Node line(TagsForm.Line line, int number) {
    FormField key = FieldView.text(line.key(), "");
    FormField value = FieldView.text(line.value(), "");
    HBox.setHgrow(key, Priority.ALWAYS);
    HBox.setHgrow(value, Priority.ALWAYS);
    Button remove =
        Nodes.iconButton(
            line.key().id() + "-remove",
            texts.get("tags.remove", number),
            Feather.TRASH_2,
            () -> form.remove(line));
    HBox.setMargin(remove, new Insets(24, 0, 0, 0));
    HBox box = new HBox(key, value, remove);
    box.getStyleClass().addAll("form-row", "network-row");
    return box;
  }
}
