package portico.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CopyPaceTest {
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
  private final AtomicInteger copies = new AtomicInteger();
  private final CopyPace pace = new CopyPace(now::get);

  private void step() {
    pace.step(
        () -> {
          copies.incrementAndGet();
          now.addAndGet(10);
        });
  }

  @Test
  void the_first_step_is_copied_and_copying_takes_a_tenth_of_the_time() {
    step();
    assertThat(copies).hasValue(1);

    now.addAndGet(89);
    step();
    assertThat(copies).hasValue(1);

    now.addAndGet(1);
    step();
    assertThat(copies).hasValue(2);
  }
}
