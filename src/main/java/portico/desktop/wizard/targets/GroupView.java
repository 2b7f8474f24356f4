package portico.desktop.wizard.targets;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.widget.FormField;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.TitledCard;
import portico.desktop.widget.Tone;
import portico.desktop.wizard.form.Texts;
import portico.desktop.wizard.view.FieldView;
import portico.desktop.wizard.view.Fold;
import portico.desktop.wizard.view.Notice;
import portico.desktop.wizard.view.Segments;
import portico.desktop.wizard.view.Swap;
import portico.desktop.wizard.view.TagsView;
import portico.model.Protocol;
import portico.model.ProtocolVersion;
import portico.model.TargetType;

/** One target group on the screen. */
final class GroupView extends VBox {
  private final TargetsViewModel step;
  private final GroupViewModel group;
  private final Texts texts;
  private final InstancesView instances;
  private final Node addresses;
  private final Node function;

  GroupView(TargetsViewModel step, GroupViewModel group, Texts texts) {
    this.step = step;
    this.group = group;
    this.texts = texts;
    instances = new InstancesView(step, group.instances(), texts);
    addresses = addresses();
    function = FieldView.text(group.function(), texts.get("targets.function.help"));
    getStyleClass().add("step");
    getChildren()
        .addAll(
            served(),
            speaks(),
            new Swap(
                group.faultProperty(),
                fault ->
                    fault.stream()
                        .map(text -> new Notice("wizard-target-group-fault", Tone.DANGER, text))
                        .toList()),
            targets(),
            new HealthCheckView(group, texts),
            folds());
  }

  /** Where values come from that the user has not entered. */
  private Node served() {
    return new Swap(
        step.serve(),
        preset ->
            step.follows(group)
                ? preset.stream()
                    .map(
                        chosen ->
                            new Notice(
                                "wizard-targets-served",
                                Tone.INFO,
                                texts.get("targets.served", chosen.serverName())))
                    .toList()
                : List.of());
  }

  /** Name, port, protocol and version; a Lambda group has a name alone. */
  private Node speaks() {
    FormField name = FieldView.text(group.name(), texts.get("targets.name.help"));
    name.control().getStyleClass().add("first-field");
    HBox.setHgrow(name, Priority.ALWAYS);
    FormField port = FieldView.number(group.port(), "");
    FormField protocol =
        FieldView.combo(
            "wizard-target-group-protocol",
            texts.get("targets.protocol"),
            group.protocol(),
            Protocol.values(),
            Protocol::name);
    FormField version =
        FieldView.combo(
            "wizard-target-group-version",
            texts.get("targets.version"),
            group.version(),
            ProtocolVersion.values(),
            each -> texts.get("targets.version." + each.name()));
    group
        .type()
        .property()
        .subscribe(
            type ->
                List.of(port, protocol, version)
                    .forEach(each -> Nodes.show(each, type != TargetType.LAMBDA)));
    HBox row = new HBox(name, port, protocol, version);
    row.getStyleClass().add("form-row");
    VBox box = new VBox(row, versionNote());
    box.getStyleClass().add("form-field");
    return box;
  }

  private Node versionNote() {
    return new Swap(
        Bindings.createObjectBinding(
            () ->
                group.type().get() == TargetType.LAMBDA
                    ? ProtocolVersion.HTTP1
                    : group.version().get(),
            group.type().property(),
            group.version().property()),
        version ->
            version == ProtocolVersion.GRPC
                ? List.of(
                    new Notice("wizard-target-group-grpc", Tone.INFO, texts.get("targets.grpc")))
                : List.of());
  }

  private Node targets() {
    Button reload =
        Nodes.iconButton(
            "wizard-targets-reload", texts.get("targets.reload"), Feather.ROTATE_CW, step::reload);
    group.type().property().subscribe(type -> Nodes.show(reload, type == TargetType.INSTANCE));
    return new TitledCard(
            texts.get("targets.title"), new Swap(group.type().property(), this::targetsOf))
        .withActions(
            new Segments<>(
                "wizard-target-type",
                TargetType.class,
                type -> texts.get("targets.type." + type.name()),
                group.type()),
            reload);
  }

  private List<Node> targetsOf(TargetType type) {
    return List.of(
        switch (type) {
          case INSTANCE -> instances;
          case IP -> addresses;
          case LAMBDA -> function;
        });
  }

  private Node addresses() {
    FormField area =
        FieldView.area(group.addresses().text(), 5, texts.get("targets.addresses.help"));
    Label summary = Nodes.paragraph("", "form-help");
    summary.setId("wizard-target-addresses-count");
    summary.textProperty().bind(group.addresses().summary());
    Swap remark =
        new Swap(
            group.addresses().remark(),
            text ->
                text.isEmpty()
                    ? List.of()
                    : List.of(new Notice("wizard-target-addresses-remark", Tone.WARNING, text)));
    VBox box = new VBox(area, summary, remark);
    box.getStyleClass().add("form-field");
    return box;
  }

  private Node folds() {
    Fold spread =
        new Fold(
            "wizard-spread",
            group.attributes().summary().map(summary -> texts.get("targets.spread", summary)),
            new AttributesView(group.attributes(), texts));
    group.type().property().subscribe(type -> Nodes.show(spread, type != TargetType.LAMBDA));
    Fold tags =
        new Fold(
            "wizard-target-group-tags",
            Bindings.createStringBinding(
                () -> texts.get("targets.tags", group.tags().tags().size()), group.tags().edits()),
            new TagsView(
                group.tags(), Nodes.paragraph(texts.get("targets.tags.help"), "form-help"), texts));
    VBox box = new VBox(spread, tags);
    box.getStyleClass().add("folds");
    return box;
  }
}
