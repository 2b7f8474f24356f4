package portico.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.inputs.ProviderEndpointArgs;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class EngineStackTest {
  @Test
  void every_service_of_the_program_is_asked_at_the_endpoint_and_each_is_one_the_plugin_knows() {
    URI endpoint = URI.create("http://127.0.0.1:5000");
    Map<?, ?> read =
        (Map<?, ?>) new JsonMapper().readValue(EngineStack.endpoints(endpoint), Map[].class)[0];

    assertThat(read.values()).allMatch(endpoint.toString()::equals);
    assertThat(read.keySet().stream().map(String::valueOf))
        .contains("s3", "lambda", "wafv2", "elbv2", "ec2")
        .allSatisfy(
            service ->
                assertThat(Arrays.stream(ProviderEndpointArgs.class.getMethods()))
                    .anyMatch(method -> method.getName().equals(service)));
  }
}
