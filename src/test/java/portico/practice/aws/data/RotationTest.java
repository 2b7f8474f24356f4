package portico.practice.aws.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import portico.practice.aws.state.WeightedGroup;

class RotationTest {
  private static List<String> turns(int count, WeightedGroup... groups) {
    Rotation rotation = new Rotation();
    return IntStream.range(0, count)
        .mapToObj(_ -> rotation.next(List.of(groups)).map(WeightedGroup::targetGroupArn).orElse(""))
        .toList();
  }

  @Test
  void shares_are_exact_and_evenly_spread() {
    assertThat(turns(7, new WeightedGroup("a", 5), new WeightedGroup("b", 2)))
        .containsExactly("a", "b", "a", "a", "a", "b", "a");
    assertThat(
            turns(999, new WeightedGroup("a", 998), new WeightedGroup("b", 1)).stream()
                .collect(Collectors.groupingBy(each -> each, Collectors.counting())))
        .containsEntry("a", 998L)
        .containsEntry("b", 1L);
  }

  @Test
  void a_weight_of_zero_never_has_its_turn() {
    assertThat(turns(5, new WeightedGroup("a", 0), new WeightedGroup("b", 1))).containsOnly("b");
    assertThat(new Rotation().next(List.of(new WeightedGroup("a", 0)))).isEqualTo(Optional.empty());
  }
}
