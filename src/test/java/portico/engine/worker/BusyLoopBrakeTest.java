package portico.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusyLoopBrakeTest {
  @ParameterizedTest
  @CsvSource({"0,20", "20000,20", "21000,21", "100000,100", "250000,250", "1000000,250"})
  void a_turn_that_tells_of_more_waits_longer_within_bounds(int characters, int milliseconds) {
    assertThat(BusyLoopBrake.pauseMillis(characters)).isEqualTo(milliseconds);
  }
}
