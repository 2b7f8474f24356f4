package portico.desktop.wizard.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import portico.desktop.widget.FormField;
import portico.desktop.widget.ValueText;

/** Makes boxes to pick one of a few values from. */
final class Picker {
  private Picker() {}

  /** A box that shows a value of the model, and tells it what the user picks. */
  static <T> ComboBox<T> box(
      List<T> items, ObservableValue<T> now, Function<T, String> text, Consumer<T> pick) {
    ComboBox<T> box = new ComboBox<>();
    box.getItems().setAll(items);
    box.setConverter(new ValueText<>(text));
    now.subscribe(box::setValue);
    box.valueProperty()
        .addListener(
            (observed, before, picked) -> {
              if (picked != null && !picked.equals(now.getValue())) {
                pick.accept(picked);
              }
            });
    return box;
  }

  /** The box of a share's target group; one that is gone is in the list as long as it is chosen. */
  static ComboBox<String> groups(ShareForm share, Forms forms) {
    ComboBox<String> box =
        box(
            List.of(),
            share.groupProperty(),
            name ->
                forms.groups().isGone(name)
                    ? forms.texts().get("routing.group.gone.item", name)
                    : name,
            share::choose);
    Runnable show =
        () -> {
          List<String> names = new ArrayList<>(forms.groups().known());
          if (!names.contains(share.group()) && !share.group().isEmpty()) {
            names.add(share.group());
          }
          if (!names.equals(box.getItems())) {
            String now = share.group();
            box.getItems().setAll(names);
            box.setValue(now);
          }
        };
    forms.groups().knownProperty().subscribe(show);
    share.groupProperty().subscribe(show);
    show.run();
    return box;
  }

  /** The box with a label above it. */
  static FormField labelled(String id, String label, Node box) {
    return new FormField(id, label, box, "", new SimpleStringProperty(""));
  }
}
