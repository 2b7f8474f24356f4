package portico.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CheckpointTest {
  private static final String STATE =
      """
      {"version": 3, "checkpoint": {"latest": {"resources": [
        {"urn": "urn:pulumi:demo::portico::pulumi:pulumi:Stack::portico-demo",
         "type": "pulumi:pulumi:Stack",
         "outputs": {
           "url": "http://demo.example.com/",
           "key": {"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
                   "ciphertext": "v1:abc:def"},
           "plain": {"a": 1}}},
        {"urn": "urn:pulumi:demo::portico::pulumi:providers:aws::default",
         "type": "pulumi:providers:aws", "id": "1234"},
        {"urn": "urn:pulumi:demo::portico::aws:lb/loadBalancer:LoadBalancer::front",
         "type": "aws:lb/loadBalancer:LoadBalancer", "id": "arn:front"}
      ]}}}
      """;

  private static Checkpoint parse(String text) throws Checkpoint.Unreadable {
    return Checkpoint.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_secret_output_is_masked_and_the_others_are_not() throws Checkpoint.Unreadable {
    assertThat(parse(STATE).outputs())
        .containsEntry("url", "http://demo.example.com/")
        .containsEntry("key", "[secret]")
        .containsEntry("plain", "{\"a\":1}")
        .hasSize(3);
  }

  @Test
  void stack_and_providers_are_no_resources() throws Checkpoint.Unreadable {
    assertThat(parse(STATE).resources())
        .singleElement()
        .satisfies(each -> assertThat(each.id()).isEqualTo("arn:front"));
  }

  @Test
  void half_a_state_is_unreadable() {
    assertThatThrownBy(() -> parse(STATE.substring(0, STATE.length() / 2)))
        .isInstanceOf(Checkpoint.Unreadable.class);
  }
}
