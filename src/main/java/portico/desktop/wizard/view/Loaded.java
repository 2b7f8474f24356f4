package portico.desktop.wizard.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import portico.desktop.widget.BusyRow;
import portico.desktop.widget.FailureCard;
import portico.desktop.wizard.form.LoadState;
import portico.desktop.wizard.form.Texts;

/** Shows what was read of AWS: that it is being read, why it cannot be, or what was found. */
public final class Loaded {
  private Loaded() {}

  /**
   * @param id of the failure's card
   * @param busy said while it is being read
   * @param again reads once more
   * @param ready what to show of what was found
   */
  public static <T> Swap of(
      String id,
      ObservableValue<LoadState<T>> state,
      Texts texts,
      String busy,
      Runnable again,
      Function<T, List<? extends Node>> ready) {
    return new Swap(
        state,
        (LoadState<T> now) ->
            switch (now) {
              case LoadState.Idle<T> idle -> List.<Node>of();
              case LoadState.Busy<T> reading -> List.of(new BusyRow(busy));
              case LoadState.Failed<T>(var failure) ->
                  List.of(new FailureCard(id, texts.failures().of(failure), Optional.of(again)));
              case LoadState.Ready<T>(var found) -> ready.apply(found);
            });
  }
}
