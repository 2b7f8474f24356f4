package portico.engine;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Classes as the JVM keeps them in memory, in a file that later JVMs of the same version and class
 * path map instead of loading each class anew: half of a worker's processor time. Whatever is wrong
 * with the file, the JVM tells it by its header and goes on without it.
 *
 * <p>A worker that found no fitting file writes one when all its work is done. Start scripts know
 * its name too.
 */
public final class SharedClasses {
  /** Names the file to write, in a JVM that is to write it. */
  private static final String WRITE_PROPERTY = "portico.shared-classes";

  /** The file takes about 80 MB; a full disk would cost the engine its state. */
  private static final long FREE_BYTES = 1L << 30;

  private final Path folder;
  private final Path file;
  private final String classPath;

  /** The shared classes that a home folder keeps for JVMs of this version and that class path. */
  public SharedClasses(Path home, String classPath) {
    this.folder = home.toAbsolutePath().resolve("cache");
    this.file = folder.resolve("classes.jsa");
    this.classPath = classPath;
  }

  /** Flags for a JVM of this version with the class path: to use the file, or to write it. */
  List<String> flags() {
    Optional<String> key = key();
    if (key.isEmpty()) {
      return List.of();
    }
    // Messages about the file must not mix with the program's own output.
    List<String> quiet = List.of("-Xlog:cds*=off", "-Xlog:aot*=off");
    boolean fits = read(keyFile()).equals(key.map(known -> known + file.toFile().length()));
    return fits
        ? List.of("-XX:SharedArchiveFile=" + file, quiet.get(0), quiet.get(1))
        : List.of(
            "-XX:+RecordDynamicDumpInfo",
            "-D" + WRITE_PROPERTY + "=" + file,
            quiet.get(0),
            quiet.get(1));
  }

  /** Whether this JVM was started to write the file. */
  public static boolean wanted() {
    return System.getProperty(WRITE_PROPERTY) != null;
  }

  /**
   * Writes the classes that this JVM has loaded, if it was started with the flags for it: beside
   * the file first, so that no JVM ever sees half of it. That it cannot be written harms nobody.
   */
  public void write() {
    Optional<String> key = key();
    if (!wanted() || key.isEmpty()) {
      return;
    }
    Path part = folder.resolve(UUID.randomUUID() + ".jsa");
    try {
      Files.createDirectories(folder);
      if (folder.toFile().getUsableSpace() < FREE_BYTES) {
        return;
      }
      ManagementFactory.getPlatformMBeanServer()
          .invoke(
              new ObjectName("com.sun.management:type=DiagnosticCommand"),
              "vmCds",
              new Object[] {new String[] {"dynamic_dump", part.toString()}},
              new String[] {String[].class.getName()});
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      Files.writeString(keyFile(), key.get() + file.toFile().length());
    } catch (IOException | JMException notWritten) {
      part.toFile().delete();
    }
  }

  private Path keyFile() {
    return folder.resolve("classes.key");
  }

  private static Optional<String> read(Path keyFile) {
    try {
      return Optional.of(Files.readString(keyFile, StandardCharsets.UTF_8));
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  /** What the file depends on; nothing where the class path is not all jars, which JVMs refuse. */
  Optional<String> key() {
    StringBuilder key = new StringBuilder(System.getProperty("java.vm.version"));
    key.append(' ').append(System.getProperty("java.home")).append('\n');
    for (String entry : classPath.split(Pattern.quote(File.pathSeparator))) {
      File jar = new File(entry);
      if (!entry.endsWith(".jar") || !jar.isFile()) {
        return Optional.empty();
      }
      key.append(entry).append(' ').append(jar.length()).append(' ');
      key.append(jar.lastModified()).append('\n');
    }
    return Optional.of(key.toString());
  }
}
