package portico.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.engine.Home;
import portico.model.EnvironmentName;

class FileApiKeysTest {
  private static final EnvironmentName DEMO = new EnvironmentName("demo");

  @TempDir Path folder;
  private FileApiKeys keys;

  @BeforeEach
  void open() {
    keys = new FileApiKeys(new Home(folder));
  }

  @Test
  void a_key_is_made_once_of_letters_and_digits() {
    assertThat(keys.find(DEMO, "team")).isEmpty();

    String key = keys.obtain(DEMO, "team");

    assertThat(key).matches("[a-z0-9]{48}");
    assertThat(keys.obtain(DEMO, "team")).isEqualTo(key);
    assertThat(new FileApiKeys(new Home(folder)).find(DEMO, "team")).contains(key);
    assertThat(keys.obtain(DEMO, "other")).isNotEqualTo(key);
    assertThat(keys.find(new EnvironmentName("prod"), "team")).isEmpty();
  }

  @Test
  void a_key_is_its_owner_s_alone() throws IOException {
    keys.obtain(DEMO, "team");
    Path keyFolder = folder.resolve("environments/demo/keys");
    Path file = keyFolder.resolve("team.key");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFolder)))
        .isEqualTo("rwx------");
    try (var files = Files.list(keyFolder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void a_renewed_key_takes_the_place_of_the_old_one() {
    String old = keys.obtain(DEMO, "team");

    String renewed = keys.renew(DEMO, "team");

    assertThat(renewed).isNotEqualTo(old);
    assertThat(keys.find(DEMO, "team")).contains(renewed);
  }

  @Test
  void of_many_at_once_all_get_the_same_key() {
    Set<String> seen = ConcurrentHashMap.newKeySet();

    IntStream.range(0, 40)
        .parallel()
        .forEach(_ -> seen.add(new FileApiKeys(new Home(folder)).obtain(DEMO, "team")));

    assertThat(seen).hasSize(1);
  }

  @Test
  void no_name_leads_out_of_the_folder() {
    assertThatThrownBy(() -> keys.obtain(DEMO, "../../passphrase"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keys_go_with_their_environment() throws IOException {
    keys.obtain(DEMO, "team");

    keys.forget(DEMO);
    keys.forget(DEMO);

    assertThat(keys.find(DEMO, "team")).isEmpty();
  }
}
