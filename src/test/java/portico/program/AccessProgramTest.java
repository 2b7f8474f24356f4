package portico.program;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessProgramTest {
  @ParameterizedTest
  @CsvSource({"ai-lb,ai-lb-sg", "sg,sg-sg", "sg-a,lb-sg-a-sg"})
  void no_security_groups_name_looks_like_an_id(String balancer, String group) {
    assertThat(AccessProgram.name(balancer)).isEqualTo(group);
  }
}
