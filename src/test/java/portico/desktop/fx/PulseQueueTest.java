package portico.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import portico.testing.ManualBackground;

class PulseQueueTest {
  private final ManualBackground background = new ManualBackground();
  private final List<List<String>> batches = new ArrayList<>();
  private final PulseQueue<String> queue = new PulseQueue<>(background, batches::add);

  @Test
  void what_comes_between_two_pulses_is_one_batch_in_order() {
    queue.put("a");
    queue.put("b");
    queue.put("c");
    background.runAll();

    assertThat(batches).containsExactly(List.of("a", "b", "c"));
  }

  @Test
  void what_comes_after_a_pulse_is_another_batch() {
    queue.put("a");
    background.runAll();
    queue.put("b");
    background.runAll();

    assertThat(batches).containsExactly(List.of("a"), List.of("b"));
  }

  @Test
  void a_value_put_while_a_batch_is_taken_in_is_not_lost() {
    List<String> seen = new ArrayList<>();
    List<PulseQueue<String>> self = new ArrayList<>();
    self.add(
        new PulseQueue<>(
            background,
            batch -> {
              seen.addAll(batch);
              if (seen.size() == 1) {
                self.getFirst().put("second");
              }
            }));
    self.getFirst().put("first");
    background.runAll();

    assertThat(seen).containsExactly("first", "second");
  }
}
