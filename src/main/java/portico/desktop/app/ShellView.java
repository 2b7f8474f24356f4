package portico.desktop.app;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.widget.Nodes;
import portico.text.Words;

/** Navigation rail at the left, the screen in view at the right. */
public final class ShellView extends BorderPane {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  private final Shell shell;
  private final Words words;
  private final Button wizard;
  private final Button environments;

  public ShellView(Shell shell, ObjectProperty<Theme> theme, Words words) {
    this.shell = shell;
    this.words = words;
    wizard =
        railButton("nav-wizard", words.get("nav.wizard"), Feather.PLUS_CIRCLE, shell::startWizard);
    environments =
        railButton(
            "nav-environments",
            words.get("nav.environments"),
            Feather.LAYERS,
            shell::showEnvironments);
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    VBox rail = new VBox(brand(), wizard, environments, space, themeButton(theme));
    rail.getStyleClass().add("rail");
    setLeft(rail);
    shell.screenProperty().subscribe(screen -> show(screen.node()));
    shell
        .sectionProperty()
        .subscribe(
            section -> {
              mark(wizard, words.get("nav.wizard"), section == Shell.Section.WIZARD);
              mark(
                  environments,
                  words.get("nav.environments"),
                  section == Shell.Section.ENVIRONMENTS);
            });
  }

  /** Adds the shortcuts that work on every screen. */
  public void addShortcuts(Scene scene) {
    shortcut(scene, KeyCode.N, shell::startWizard);
    shortcut(scene, KeyCode.DIGIT1, shell::startWizard);
    shortcut(scene, KeyCode.DIGIT2, shell::showEnvironments);
    scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F5), shell::refresh);
  }

  private static void shortcut(Scene scene, KeyCode key, Runnable action) {
    scene.getAccelerators().put(new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN), action);
  }

  /** A screen that goes takes the keyboard's focus with it, so the new one gets it. */
  private void show(Node next) {
    boolean focusWasThere =
        getScene() != null
            && getScene().getFocusOwner() != null
            && isInCenter(getScene().getFocusOwner());
    setCenter(next);
    if (focusWasThere) {
      firstFocusable(next).orElseGet(this::currentEntry).requestFocus();
    }
  }

  private boolean isInCenter(Node node) {
    return node.equals(getCenter()) || (node.getParent() != null && isInCenter(node.getParent()));
  }

  private static Optional<Node> firstFocusable(Node node) {
    if (!node.isVisible() || node.isDisabled()) {
      return Optional.empty();
    }
    if (node instanceof Control && node.isFocusTraversable()) {
      return Optional.of(node);
    }
    return node instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream()
            .flatMap(child -> firstFocusable(child).stream())
            .findFirst()
        : Optional.empty();
  }

  private Node currentEntry() {
    return shell.sectionProperty().get() == Shell.Section.WIZARD ? wizard : environments;
  }

  private HBox brand() {
    Label name = Nodes.label(words.get("app.name"), "rail-brand-name");
    HBox brand = new HBox(Nodes.icon(Feather.COLUMNS), name);
    brand.setAlignment(Pos.CENTER_LEFT);
    brand.getStyleClass().add("rail-brand");
    return brand;
  }

  private static Button railButton(String id, String text, Feather icon, Runnable action) {
    Button button = Nodes.button(id, text, icon, action);
    button.getStyleClass().addAll("rail-item", "flat");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setAlignment(Pos.CENTER_LEFT);
    return button;
  }

  /** The current entry differs by more than colour: a bar at its edge, and in what is read out. */
  private void mark(Button button, String mnemonicText, boolean current) {
    String name = mnemonicText.replace("_", "");
    button.pseudoClassStateChanged(CURRENT, current);
    button.setAccessibleText(current ? words.get("nav.current", name) : name);
  }

  private Button themeButton(ObjectProperty<Theme> theme) {
    Button button = railButton("nav-theme", "", Feather.MOON, () -> theme.set(theme.get().other()));
    theme.subscribe(
        now -> {
          boolean light = now == Theme.LIGHT;
          button.setText(words.get(light ? "nav.theme.dark" : "nav.theme.light"));
          button.setGraphic(Nodes.icon(light ? Feather.MOON : Feather.SUN));
        });
    return button;
  }
}
