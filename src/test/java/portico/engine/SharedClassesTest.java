package portico.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedClassesTest {
  @TempDir Path folder;
  private Path jar;

  @BeforeEach
  void a_jar() throws Exception {
    jar = Files.writeString(folder.resolve("some.jar"), "classes");
  }

  private SharedClasses shared(String classPath) {
    return new SharedClasses(folder.resolve("home"), classPath);
  }

  @Test
  void without_a_file_the_next_worker_is_to_write_one() {
    assertThat(shared(jar.toString()).flags())
        .contains("-XX:+RecordDynamicDumpInfo")
        .noneMatch(flag -> flag.startsWith("-XX:SharedArchiveFile"));
  }

  @Test
  void a_class_path_with_a_folder_cannot_be_shared() {
    assertThat(shared(folder.toString()).flags()).isEmpty();
  }

  @Test
  void a_file_that_is_cut_short_or_of_other_jars_is_written_anew() throws Exception {
    Path cache = Files.createDirectories(folder.resolve("home/cache"));
    Files.writeString(cache.resolve("classes.jsa"), "classes");
    Files.writeString(
        cache.resolve("classes.key"),
        shared(jar.toString()).key().orElseThrow() + "classes".length());
    assertThat(shared(jar.toString()).flags())
        .contains("-XX:SharedArchiveFile=" + cache.resolve("classes.jsa"));

    Files.writeString(cache.resolve("classes.jsa"), "cut");
    assertThat(shared(jar.toString()).flags()).contains("-XX:+RecordDynamicDumpInfo");
    Files.writeString(cache.resolve("classes.jsa"), "classes");
    Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH));

    assertThat(shared(jar.toString()).flags()).contains("-XX:+RecordDynamicDumpInfo");
  }
}
