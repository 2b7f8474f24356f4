package portico.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import portico.environment.Environment;
import portico.environment.EnvironmentResource;
import portico.export.ExportForm;
import portico.export.Exporter;
import portico.export.Running;
import portico.model.EnvironmentSpec;
import portico.service.Services;

/** An environment, or a spec, as code of another tool. */
@Command(name = "export")
final class ExportCommand extends EnvironmentCommand {
  @Mixin private AccountOptions accounts = new AccountOptions();

  @Option(names = "--spec", paramLabel = "FILE")
  private Optional<String> spec = Optional.empty();

  @Option(names = "--as", paramLabel = "FORM", required = true)
  private String form = "";

  @Option(names = "--to", paramLabel = "FOLDER", required = true)
  private String to = "";

  @Option(names = "--force")
  private boolean force;

  ExportCommand(CliContext context) {
    super(context);
  }

  @Override
  int run(Services services) {
    ExportForm chosen =
        ExportForm.of(form)
            .orElseThrow(() -> new Refused(Refusal.Usage.of("usage.export-form", form, forms())));
    if (spec.isPresent() == names().given().isPresent()) {
      throw new Refused(Refusal.Usage.of("usage.export-what"));
    }
    Map<String, String> files =
        spec.isPresent()
            ? Exporter.export(
                new Planner(context, services).resolved(accounts, spec.get()),
                chosen,
                Running.NOTHING)
            : exported(names().existingNamed(services.environments(), context.text()), chosen);
    Path folder = write(files);
    files.keySet().forEach(this::print);
    print(context.text().get("exported", files.size(), folder));
    reply(
        Reply.of(Reply.SUCCEEDED)
            .put("form", chosen.word())
            .put("folder", folder.toString())
            .put("files", List.copyOf(files.keySet())));
    return ExitCode.DONE;
  }

  private static String forms() {
    return String.join(", ", Arrays.stream(ExportForm.values()).map(ExportForm::word).toList());
  }

  private static Map<String, String> exported(Environment environment, ExportForm form) {
    EnvironmentSpec spec = specOf(environment);
    Map<String, String> ids = new HashMap<>();
    for (EnvironmentResource each : environment.resources()) {
      ids.put(each.ref().type() + "::" + each.ref().name(), each.id());
    }
    return Exporter.export(spec, form, new Running(ids));
  }

  /** Writes all files or, when one is there already and need not go, none. */
  private Path write(Map<String, String> files) {
    try {
      Path folder = Path.of(to).toAbsolutePath().normalize();
      for (String file : files.keySet()) {
        if (!force && Files.exists(folder.resolve(file))) {
          throw new Refused(Refusal.Usage.of("usage.export-exists", folder.resolve(file)));
        }
      }
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path path = folder.resolve(file.getKey());
        Path parent = path.getParent();
        Files.createDirectories(parent == null ? folder : parent);
        Files.writeString(path, file.getValue());
      }
      return folder;
    } catch (IOException | InvalidPathException e) {
      throw new Refused(Refusal.Usage.of("usage.export-unwritable", to, e.toString()));
    }
  }
}
