package portico.engine.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Needs the real engine: named by PORTICO_PULUMI, on PATH or in Portico's cache. */
@Tag("engine")
class RealEngineTest {
  @Test
  void the_real_engine_tells_a_version_portico_can_use() {
    EngineSettings standard = EngineSettings.standard();
    EngineSettings settings =
        Optional.ofNullable(System.getenv("PORTICO_PULUMI"))
            .map(path -> standard.withExplicitBinary(Path.of(path)))
            .orElse(standard);

    assertThat(new EngineInstaller(settings).find())
        .as("the real engine; PORTICO_PULUMI can name it")
        .isInstanceOfSatisfying(
            EngineAnswer.Ready.class,
            ready ->
                assertThat(EngineVersion.parse(ready.engine().version()).orElseThrow())
                    .isBetween(EngineVersion.MINIMUM, EngineVersion.BELOW));
  }
}
