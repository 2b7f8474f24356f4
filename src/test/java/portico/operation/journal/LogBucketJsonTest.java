package portico.operation.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import portico.model.LogBucket;
import tools.jackson.databind.json.JsonMapper;

class LogBucketJsonTest {
  private final JsonMapper json = OperationJson.mapper();

  private LogBucket again(LogBucket logs) {
    return json.readValue(
        json.writerFor(LogBucket.class).writeValueAsString(logs), LogBucket.class);
  }

  @Test
  void both_kinds_of_buckets_are_read_as_they_were_written() {
    LogBucket made = new LogBucket.Made("requests", 30);
    LogBucket existing = new LogBucket.Existing("logs", "");

    assertThat(again(made)).isEqualTo(made);
    assertThat(again(existing)).isEqualTo(existing);
  }

  @Test
  void a_bucket_of_an_earlier_version_is_one_that_exists() {
    assertThat(json.readValue("{\"bucket\":\"logs\",\"prefix\":\"alb\"}", LogBucket.class))
        .isEqualTo(new LogBucket.Existing("logs", "alb"));
  }
}
