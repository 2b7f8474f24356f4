package portico.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DisplayCheckTest {
  private static boolean linux(Map<String, String> environment) {
    return DisplayCheck.isPresent("Linux", environment, Optional.empty());
  }

  @Test
  void linux_needs_a_display() {
    assertThat(linux(Map.of())).isFalse();
    assertThat(linux(Map.of("DISPLAY", ""))).isFalse();
    assertThat(linux(Map.of("DISPLAY", ":0"))).isTrue();
    assertThat(linux(Map.of("WAYLAND_DISPLAY", "wayland-0"))).isTrue();
  }

  @Test
  void a_platform_of_its_own_needs_none() {
    assertThat(DisplayCheck.isPresent("Linux", Map.of(), Optional.of("Headless"))).isTrue();
  }

  @Test
  void other_systems_always_have_one() {
    assertThat(DisplayCheck.isPresent("Mac OS X", Map.of(), Optional.empty())).isTrue();
    assertThat(DisplayCheck.isPresent("Windows 11", Map.of(), Optional.empty())).isTrue();
  }
}
