package portico.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How to start this JVM again with the same class path. */
final class Jvm {
  private Jvm() {}

  /** Without parallelism of two or more an inline program never ends on two cores. */
  static List<String> command(String... flags) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("--enable-native-access=ALL-UNNAMED");
    line.add("--sun-misc-unsafe-memory-access=allow");
    line.add("-Djava.util.concurrent.ForkJoinPool.common.parallelism=4");
    line.addAll(List.of(flags));
    line.add("-cp");
    line.add(System.getProperty("java.class.path"));
    return line;
  }
}
