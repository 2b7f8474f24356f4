package portico.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.model.EnvironmentSpec;

/** The exported program in Java, run: it makes what Portico makes. */
class ExportedProgramTest {
  @TempDir private Path folder;

  @Test
  void java_registers_what_porticos_own_program_does() throws IOException {
    int number = 0;
    for (EnvironmentSpec spec : ExportedPrograms.specs(8)) {
      Path place = Files.createDirectory(folder.resolve("java" + number++));
      ExportedPrograms programs = new ExportedPrograms(spec, place);

      programs.assertSame(programs.java());
    }
  }
}
