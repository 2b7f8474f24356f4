package portico.practice.aws.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CookiesTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  @Test
  void a_value_names_what_it_was_made_for_until_its_time() {
    String value = Cookies.seal("target", NOW.plusSeconds(10));

    assertThat(Cookies.names(value, "target", NOW)).isTrue();
    assertThat(Cookies.names(value, "another", NOW)).isFalse();
    assertThat(Cookies.names(value, "target", NOW.plusSeconds(10))).isFalse();
  }

  @Test
  void foreign_values_name_nothing() {
    for (String foreign : List.of("", "x", "%%%", "AAAA", "LmFiYw")) {
      assertThat(Cookies.names(foreign, "target", NOW)).isFalse();
    }
  }

  @Test
  void a_cookie_is_found_among_others_by_its_whole_name() {
    assertThat(Cookies.find(List.of("a=1; AWSALB=x=y", "b=2"), "AWSALB")).contains("x=y");
    assertThat(Cookies.find(List.of("AWSALBCORS=1"), "AWSALB")).isEmpty();
  }
}
