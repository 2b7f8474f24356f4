package portico;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceFormatTest {
  @Test
  void every_source_file_is_formatted() throws Exception {
    assertThat(SourceFormat.unformatted())
        .as("files to be rewritten by: mvn -q test-compile exec:exec@format")
        .isEmpty();
  }
}
