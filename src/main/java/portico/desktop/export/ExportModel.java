package portico.desktop.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import portico.desktop.fx.Background;
import portico.desktop.fx.Latest;
import portico.environment.Environment;
import portico.environment.EnvironmentResource;
import portico.export.ExportForm;
import portico.export.Exporter;
import portico.export.Running;
import portico.model.EnvironmentSpec;

/** An environment as files of another tool, and their way into a folder. */
public final class ExportModel {
  /** One file. */
  record Code(String path, String text) {}

  /** How far saving has come. */
  sealed interface Saving {
    record Idle() implements Saving {}

    record Busy() implements Saving {}

    /** Some files are there already: nothing was written, and the user is to be asked. */
    record Exists(Path folder, List<String> files) implements Saving {
      public Exists {
        files = List.copyOf(files);
      }
    }

    record Saved(Path folder, int files) implements Saving {}

    /**
     * @param detail the system's own words
     */
    record Failed(Path folder, String detail) implements Saving {}
  }

  private final Background background;
  private final Latest latest = new Latest();
  private final ReadOnlyObjectWrapper<ExportForm> form =
      new ReadOnlyObjectWrapper<>(ExportForm.TERRAFORM);
  private final ReadOnlyObjectWrapper<List<Code>> files = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Saving> saving =
      new ReadOnlyObjectWrapper<>(new Saving.Idle());
  private Optional<Environment> environment = Optional.empty();

  public ExportModel(Background background) {
    this.background = background;
  }

  ReadOnlyObjectProperty<ExportForm> formProperty() {
    return form.getReadOnlyProperty();
  }

  /** Empty while they are being made, and for a stack that Portico did not make. */
  ReadOnlyObjectProperty<List<Code>> filesProperty() {
    return files.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Saving> savingProperty() {
    return saving.getReadOnlyProperty();
  }

  /** Shows an environment; nothing is made again for the one that is shown. */
  public void open(Environment shown) {
    if (!environment.equals(Optional.of(shown))) {
      environment = Optional.of(shown);
      make();
    }
  }

  /** Makes the files of another tool. */
  void choose(ExportForm chosen) {
    if (form.get() != chosen) {
      form.set(chosen);
      make();
    }
  }

  private void make() {
    saving.set(new Saving.Idle());
    Optional<EnvironmentSpec> spec = environment.flatMap(Environment::spec);
    if (spec.isEmpty()) {
      files.set(List.of());
      return;
    }
    EnvironmentSpec wanted = spec.get();
    Running running = running(environment.orElseThrow());
    ExportForm as = form.get();
    background.run(() -> code(wanted, as, running), latest.begin(files::set));
  }

  private static List<Code> code(EnvironmentSpec spec, ExportForm form, Running running) {
    List<Code> all = new ArrayList<>();
    Exporter.export(spec, form, running).forEach((path, text) -> all.add(new Code(path, text)));
    return List.copyOf(all);
  }

  private static Running running(Environment environment) {
    Map<String, String> ids = new HashMap<>();
    for (EnvironmentResource each : environment.resources()) {
      ids.put(each.ref().type() + "::" + each.ref().name(), each.id());
    }
    return new Running(ids);
  }

  /** Writes all files or, when some are there already, none. */
  void save(Path folder) {
    write(folder, false);
  }

  /** Writes all files over those that are there. */
  void overwrite(Path folder) {
    write(folder, true);
  }

  /** Keeps what is there. */
  void keep() {
    saving.set(new Saving.Idle());
  }

  private void write(Path folder, boolean over) {
    List<Code> all = files.get();
    saving.set(new Saving.Busy());
    background.run(() -> written(folder, all, over), saving::set);
  }

  private static Saving written(Path folder, List<Code> all, boolean over) {
    try {
      List<String> there =
          all.stream().map(Code::path).filter(each -> Files.exists(folder.resolve(each))).toList();
      if (!over && !there.isEmpty()) {
        return new Saving.Exists(folder, there);
      }
      for (Code each : all) {
        Path path = folder.resolve(each.path());
        Path parent = path.getParent();
        Files.createDirectories(parent == null ? folder : parent);
        Files.writeString(path, each.text());
      }
      return new Saving.Saved(folder, all.size());
    } catch (IOException | UncheckedIOException e) {
      return new Saving.Failed(folder, e.toString());
    }
  }
}
