package portico.desktop.fx;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** Runs everything at once on the calling thread: for tests of view models. */
public final class InlineBackground implements Background {
  @Override
  public <T> void run(Supplier<T> work, Consumer<? super T> then) {
    then.accept(work.get());
  }

  @Override
  public void onFx(Runnable action) {
    action.run();
  }
}
