package portico.engine.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import portico.engine.Home;
import portico.model.EnvironmentName;
import portico.proof.ProofReport;
import portico.proof.ProofStore;
import portico.proof.json.ProofJson;

/** Reports as files of the environment's folder, named by the moment at which they began. */
public final class FileProofs implements ProofStore {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Home home;
  private final ProofJson json = new ProofJson();

  public FileProofs(Home home) {
    this.home = home;
  }

  @Override
  public Optional<String> keep(ProofReport report) {
    Path folder = folder(report.environment());
    Path file = folder.resolve(NAME.format(report.at()) + ".json");
    try {
      Files.createDirectories(folder);
      Path whole = Files.createTempFile(folder, "new", "");
      try {
        Files.writeString(whole, json.write(report));
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(whole);
      }
      for (Path old : files(report.environment()).stream().skip(KEPT).toList()) {
        Files.deleteIfExists(old);
      }
      return Optional.empty();
    } catch (IOException refused) {
      return Optional.of(refused.toString());
    }
  }

  @Override
  public List<ProofReport> all(EnvironmentName environment) {
    try {
      return files(environment).stream().flatMap(file -> read(file).stream()).toList();
    } catch (IOException none) {
      return List.of();
    }
  }

  private Optional<ProofReport> read(Path file) {
    try {
      return json.read(Files.readString(file));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** Newest first. */
  private List<Path> files(EnvironmentName environment) throws IOException {
    Path folder = folder(environment);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted(Comparator.comparing(Path::toString).reversed())
          .toList();
    }
  }

  private Path folder(EnvironmentName environment) {
    return home.environment(environment).resolve("proofs");
  }
}
