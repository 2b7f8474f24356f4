package portico.desktop.sweep;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import portico.catalog.CloudAccount;
import portico.catalog.OwnedResource;
import portico.catalog.RemovalControl;
import portico.desktop.fx.Background;
import portico.service.Leftover;
import portico.service.Sweeping;

/** What one environment left, and how far its removal has come. */
public final class LeftoverViewModel {
  /** How far the removal has come. */
  sealed interface Step {
    /** It waits for the name to be typed. */
    record Asking() implements Step {}

    /** It is at work; {@code gone} is what is gone by now. */
    record Removing(List<OwnedResource> gone, boolean stopping) implements Step {}

    /** It is over. */
    record Done(Sweeping.Swept swept) implements Step {}
  }

  private final Sweeping sweeping;
  private final Background background;
  private final CloudAccount account;
  private final String region;
  private final Leftover leftover;
  private final RemovalControl control = new RemovalControl();
  private final BooleanProperty withLogs = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(new Step.Asking());

  LeftoverViewModel(
      Sweeping sweeping,
      Background background,
      CloudAccount account,
      String region,
      Leftover leftover) {
    this.sweeping = sweeping;
    this.background = background;
    this.account = account;
    this.region = region;
    this.leftover = leftover;
  }

  Leftover leftover() {
    return leftover;
  }

  ReadOnlyObjectProperty<Step> stepProperty() {
    return step.getReadOnlyProperty();
  }

  /** Whether log buckets go that hold logs. */
  BooleanProperty withLogsProperty() {
    return withLogs;
  }

  boolean isRemoving() {
    return step.get() instanceof Step.Removing;
  }

  /** Whether there is a bucket that could hold logs. */
  boolean hasBucket() {
    return leftover.resources().stream()
        .anyMatch(each -> each.kind() == OwnedResource.Kind.LOG_BUCKET);
  }

  // --- Commands

  /** Removes it if the environment's name was typed exactly. */
  void remove(String typedName) {
    if (!(step.get() instanceof Step.Asking) || !typedName.equals(leftover.environment())) {
      return;
    }
    step.set(new Step.Removing(List.of(), false));
    boolean logsToo = withLogs.get();
    background.run(
        () ->
            sweeping.sweep(
                account,
                region,
                leftover,
                logsToo,
                control,
                resource -> background.onFx(() -> gone(resource))),
        swept -> step.set(new Step.Done(swept)));
  }

  private void gone(OwnedResource resource) {
    if (step.get() instanceof Step.Removing(var before, boolean stopping)) {
      List<OwnedResource> all = new ArrayList<>(before);
      all.add(resource);
      step.set(new Step.Removing(List.copyOf(all), stopping));
    }
  }

  /** Waits for the request that is under way, and sends no other one. */
  void stop() {
    control.stop();
    if (step.get() instanceof Step.Removing(var gone, boolean _)) {
      step.set(new Step.Removing(gone, true));
    }
  }
}
