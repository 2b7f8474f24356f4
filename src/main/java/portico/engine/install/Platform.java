package portico.engine.install;

import java.util.Locale;

/**
 * The system as Pulumi's release archives name it.
 *
 * @param os {@code linux}, {@code darwin} or {@code windows}; another system keeps its own name,
 *     for which there is no archive
 * @param arch {@code x64} or {@code arm64}; another keeps its own name
 */
public record Platform(String os, String arch) {
  /** The system this JVM runs on. */
  public static Platform current() {
    return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
  }

  /** From the values of the JVM properties {@code os.name} and {@code os.arch}. */
  public static Platform of(String osName, String osArch) {
    String name = osName.toLowerCase(Locale.ROOT);
    String os =
        name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "darwin" : name.strip();
    String arch =
        switch (osArch.toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64" -> "x64";
          case "aarch64", "arm64" -> "arm64";
          case String other -> other;
        };
    return new Platform(os.replace(' ', '-'), arch);
  }

  boolean isWindows() {
    return os.equals("windows");
  }

  /** The file name of a program, such as {@code pulumi.exe} on Windows. */
  String program(String name) {
    return isWindows() ? name + ".exe" : name;
  }

  /**
   * The archive's file name as published on get.pulumi.com: {@code
   * pulumi-v3.259.0-linux-x64.tar.gz}.
   */
  String archiveName(EngineVersion version) {
    return "pulumi-v" + version + "-" + os + "-" + arch + (isWindows() ? ".zip" : ".tar.gz");
  }
}
