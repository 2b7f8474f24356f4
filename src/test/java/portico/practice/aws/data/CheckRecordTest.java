package portico.practice.aws.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import portico.practice.aws.elb.TargetHealth.Verdict;
import portico.practice.aws.state.HealthCheck;

class CheckRecordTest {
  private static final HealthCheck CHECK =
      new HealthCheck(true, "HTTP", "traffic-port", "/", 30, 5, 3, 2, "200");

  private static CheckRecord after(CheckRecord record, Verdict... outcomes) {
    CheckRecord now = record;
    for (Verdict each : outcomes) {
      now = now.after(each, CHECK);
    }
    return now;
  }

  @Test
  void a_new_target_needs_one_success() {
    assertThat(CheckRecord.NEW.verdict()).isEqualTo(Verdict.CHECKING);
    assertThat(after(CheckRecord.NEW, Verdict.HEALTHY).verdict()).isEqualTo(Verdict.HEALTHY);
  }

  @Test
  void as_many_failures_in_a_row_as_the_threshold_make_it_unhealthy() {
    CheckRecord healthy = after(CheckRecord.NEW, Verdict.HEALTHY);

    assertThat(after(healthy, Verdict.FAILED).verdict()).isEqualTo(Verdict.HEALTHY);
    assertThat(after(healthy, Verdict.FAILED, Verdict.HEALTHY, Verdict.FAILED).verdict())
        .isEqualTo(Verdict.HEALTHY);
    assertThat(after(healthy, Verdict.FAILED, Verdict.mismatch(500)).verdict())
        .isEqualTo(Verdict.mismatch(500));
    assertThat(after(CheckRecord.NEW, Verdict.TIMED_OUT).verdict()).isEqualTo(Verdict.CHECKING);
  }

  @Test
  void an_unhealthy_target_tells_the_latest_reason_and_needs_as_many_successes_as_the_threshold() {
    CheckRecord ill = after(CheckRecord.NEW, Verdict.FAILED, Verdict.FAILED);

    assertThat(after(ill, Verdict.TIMED_OUT).verdict()).isEqualTo(Verdict.TIMED_OUT);
    assertThat(after(ill, Verdict.HEALTHY, Verdict.HEALTHY).verdict()).isEqualTo(Verdict.FAILED);
    assertThat(after(ill, Verdict.HEALTHY, Verdict.HEALTHY, Verdict.HEALTHY).verdict())
        .isEqualTo(Verdict.HEALTHY);
  }
}
