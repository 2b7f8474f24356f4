package portico.desktop.wizard.review;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import portico.desktop.wizard.form.Pick;
import portico.desktop.wizard.form.Texts;
import portico.environment.Deadlines;
import portico.environment.Ending;
import portico.environment.Environment;
import portico.environment.Lifetime;
import portico.model.EnvironmentName;
import portico.operation.OperationFailure;
import portico.operation.OperationId;

/**
 * When the environment shall end by itself. One that has an end keeps it unless another is chosen.
 */
public final class EndingChoice {
  /** What can be chosen; a lifetime is counted from the end of the deployment. */
  public enum Option {
    AS_IT_IS(0),
    NEVER(0),
    HOURS_4(4),
    HOURS_8(8),
    DAY(24),
    DAYS_3(3 * 24),
    DAYS_7(7 * 24);

    private final int hours;

    Option(int hours) {
      this.hours = hours;
    }
  }

  private static final List<Option> WITHOUT_END =
      List.of(
          Option.NEVER, Option.HOURS_4, Option.HOURS_8, Option.DAY, Option.DAYS_3, Option.DAYS_7);

  private final Texts texts;
  private final Pick<Option> pick = new Pick<>(Option.NEVER);
  private final ReadOnlyObjectWrapper<List<Option>> options =
      new ReadOnlyObjectWrapper<>(WITHOUT_END);

  EndingChoice(Texts texts) {
    this.texts = texts;
  }

  public Pick<Option> pick() {
    return pick;
  }

  public ObservableValue<List<Option>> options() {
    return options.getReadOnlyProperty();
  }

  public String words(Option option) {
    return texts.get("review.ends." + option.name());
  }

  /** Takes in what stands under the name. */
  void found(List<Environment> all, Optional<EnvironmentName> name) {
    boolean ends =
        all.stream()
            .filter(each -> name.equals(Optional.of(each.name())))
            .map(Environment::ending)
            .anyMatch(ending -> !ending.equals(Ending.never()));
    List<Option> next = new ArrayList<>(WITHOUT_END);
    if (ends) {
      next.addFirst(Option.AS_IT_IS);
    }
    pick.suggest(ends ? Option.AS_IT_IS : Option.NEVER);
    options.set(List.copyOf(next));
  }

  /** Keeps what is chosen, once the deployment has started; does I/O. */
  static Optional<OperationFailure> keep(
      Option chosen, Deadlines deadlines, EnvironmentName name, OperationId deployment) {
    return switch (chosen) {
      case AS_IT_IS -> Optional.empty();
      case NEVER -> deadlines.never(name);
      case HOURS_4, HOURS_8, DAY, DAYS_3, DAYS_7 ->
          deadlines.endAfter(name, deployment, new Lifetime(Duration.ofHours(chosen.hours)));
    };
  }
}
