package portico.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceleratorTest {
  @ParameterizedTest
  @CsvSource({
    "g5.xlarge, NVIDIA A10G",
    "g5g.xlarge, NVIDIA T4G",
    "g6e.12xlarge, NVIDIA L40S",
    "p4de.24xlarge, NVIDIA A100",
    "p6-b200.48xlarge, NVIDIA B200",
    "inf2.8xlarge, AWS Inferentia2",
  })
  void the_family_of_a_type_tells_what_it_computes_with(String type, String title) {
    assertThat(Accelerator.of(type).map(Accelerator::title)).contains(title);
  }

  @ParameterizedTest
  @ValueSource(strings = {"t3.micro", "m7g.large", "c5.xlarge", "g99.xlarge", "", "."})
  void other_types_have_none_or_none_that_is_known(String type) {
    assertThat(Accelerator.of(type)).isEmpty();
  }

  @Test
  void an_instance_has_that_of_its_type() {
    assertThat(Accelerator.of("g4dn.xlarge")).contains(Accelerator.T4);
  }
}
