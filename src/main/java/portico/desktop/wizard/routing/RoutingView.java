package portico.desktop.wizard.routing;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.Tone;
import portico.desktop.wizard.form.Texts;
import portico.desktop.wizard.view.Notice;
import portico.desktop.wizard.view.Swap;

/** The step of listeners and routing on the screen. */
public final class RoutingView extends VBox {
  private final RoutingViewModel model;
  private final Texts texts;

  public RoutingView(RoutingViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("step");
    Button add =
        Nodes.button(
            "wizard-listener-add",
            texts.get("routing.listener.add"),
            Feather.PLUS,
            () -> model.addListener());
    getChildren()
        .addAll(
            Nodes.paragraph(texts.get("routing.intro"), "step-intro"),
            new Swap(model.gone(), this::gone),
            https(),
            new Rows<>(model.listeners(), "listener-rows", form -> new ListenerView(form, model)),
            add,
            new TryView(model));
  }

  private Node https() {
    CheckBox box = new CheckBox(texts.get("routing.https"));
    box.setId("wizard-https");
    model.httpsOn().subscribe(box::setSelected);
    box.setOnAction(event -> model.useHttps(box.isSelected()));
    model.httpsOffered().subscribe(offered -> box.setDisable(!offered));
    VBox both =
        new VBox(box, Nodes.paragraph(texts.get("routing.https.help"), "form-help", "choice-help"));
    both.getStyleClass().add("choice");
    return both;
  }

  private List<Node> gone(List<String> names) {
    return names.stream().<Node>map(this::repair).toList();
  }

  private Node repair(String name) {
    String other = model.replacement();
    Button button =
        Nodes.button(
            "wizard-routing-repair-" + name,
            texts.get("routing.gone.repair", other).replace("_", "__"),
            Feather.TOOL,
            () -> model.replace(name, other));
    button.getStyleClass().add("small");
    VBox box =
        new VBox(
            new Notice(
                "wizard-routing-gone-" + name, Tone.WARNING, texts.get("routing.gone", name)),
            button);
    box.getStyleClass().add("form-field");
    return box;
  }
}
