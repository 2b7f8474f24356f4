package portico.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Ipv6NetworkTest {
  @ParameterizedTest
  @CsvSource({
    "::/0,::/0",
    "::1/128,::1/128",
    "2001:DB8:0:0:0:0:0:1/128,2001:db8::1/128",
    "2001:db8:0:1:0:0:0:1/64,2001:db8:0:1::1/64",
    "1:2:3:4:5:6:7:8/128,1:2:3:4:5:6:7:8/128",
    "1:0:3:4:5:6:7:8/128,1:0:3:4:5:6:7:8/128",
    "fe80::/10,fe80::/10",
    "1:0:0:2:0:0:0:3/128,1:0:0:2::3/128"
  })
  void a_network_is_read_and_written_as_rfc_5952_wants_it(String text, String written) {
    assertThat(Ipv6Network.parse(text)).map(Ipv6Network::toString).contains(written);
    assertThat(Ipv6Network.parse(written)).isEqualTo(Ipv6Network.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "::",
        "::/",
        "::/129",
        "::/01",
        "1::2::3/64",
        "12345::/16",
        "g::/16",
        "::1%lo/128",
        "10.0.0.0/8",
        "::ffff:10.0.0.1/128",
        "[::1]/128",
        "1:2:3/64"
      })
  void other_texts_are_no_networks(String text) {
    assertThat(Ipv6Network.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2001:db8::1/32,2001:db8::/32",
    "ffff::/0,::/0",
    "1:2:3:4:8000::/64,1:2:3:4::/64",
    "1:2:3:4:8000::/65,1:2:3:4:8000::/65",
    "::3/127,::2/127"
  })
  void the_bits_beyond_the_prefix_are_cleared(String text, String canonical) {
    Ipv6Network network = Ipv6Network.parse(text).orElseThrow();
    assertThat(network.canonical()).hasToString(canonical);
    assertThat(network.hasHostBits()).isEqualTo(!text.equals(canonical));
  }

  @ParameterizedTest
  @CsvSource({
    "::/0,2001:db8::/32,true",
    "2001:db8::/32,2001:db8:1::/48,true",
    "2001:db8::/32,2001:db8::/32,true",
    "2001:db8:1::/48,2001:db8::/32,false",
    "2001:db8::/32,2001:db9::/32,false",
    "1:2:3:4::/63,1:2:3:5::1/128,true",
    "1:2:3:4:8000::/65,1:2:3:4::/65,false"
  })
  void a_network_contains_smaller_ones_within_it(String wide, String narrow, boolean contains) {
    assertThat(
            Ipv6Network.parse(wide).orElseThrow().contains(Ipv6Network.parse(narrow).orElseThrow()))
        .isEqualTo(contains);
  }
}
