package portico.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Ipv4NetworkTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"0.0.0.0/0", "255.255.255.255/32", "10.0.0.0/8", "203.0.113.7/32", "128.0.0.0/1"})
  void a_network_prints_as_it_was_written(String text) {
    assertThat(Ipv4Network.parse(text).map(Ipv4Network::toString)).contains(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.0.0.0",
        "10.0.0.0/",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "256.0.0.0/8",
        "10.0.0/8",
        "10.0.0.0.0/8",
        "10.0.0.0/8 ",
        " 10.0.0.0/8",
        "a.b.c.d/8",
        "::/0",
        "10.0.0.0/100"
      })
  void other_texts_are_not_networks(String text) {
    assertThat(Ipv4Network.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"010.0.0.0/8", "10.00.0.0/8", "10.0.0.0/08", "10.0.0.0/00"})
  void leading_zeros_are_refused_because_some_readers_take_them_for_octal(String text) {
    assertThat(Ipv4Network.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1/8, 10.0.0.0/8",
    "203.0.113.7/24, 203.0.113.0/24",
    "203.0.113.7/31, 203.0.113.6/31",
    "1.2.3.4/0, 0.0.0.0/0",
    "255.255.255.255/1, 128.0.0.0/1"
  })
  void host_bits_are_kept_and_can_be_cleared(String written, String corrected) {
    Ipv4Network network = Ipv4Network.parse(written).orElseThrow();

    assertThat(network.hasHostBits()).isTrue();
    assertThat(network).hasToString(written);
    assertThat(network.canonical()).hasToString(corrected);
    assertThat(network.canonical().hasHostBits()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 33})
  void a_prefix_has_0_to_32_bits(int length) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Ipv4Network(0, length));
  }

  @Test
  void the_first_octet_is_the_highest_byte() {
    assertThat(Ipv4Network.parse("1.2.3.4/32")).contains(new Ipv4Network(0x01020304, 32));
  }
}
