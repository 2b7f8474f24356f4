package portico.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A bare {@code pulumi up} of the same resources, written in YAML. */
record YamlParty(Path pulumi, Shell shell) implements Party {
  /** Writes program and settings, and makes the stack: what a user does once. */
  static YamlParty prepared(Path pulumi, Shell shell, List<String> network)
      throws IOException, InterruptedException {
    Files.writeString(
        shell.folder().resolve("Pulumi.yaml"),
        Resources.text("Pulumi.yaml")
            .replace("{vpc}", network.get(0))
            .replace("{subnet1}", network.get(1))
            .replace("{subnet2}", network.get(2)));
    YamlParty party = new YamlParty(pulumi, shell);
    party.afterDestroy();
    return party;
  }

  @Override
  public String name() {
    return "pulumi up (YAML)";
  }

  @Override
  public void deploy() throws IOException, InterruptedException {
    run("up", "--yes", "--skip-preview", "--non-interactive", "--stack", "dev");
  }

  @Override
  public void destroy() throws IOException, InterruptedException {
    run("destroy", "--yes", "--skip-preview", "--non-interactive", "--stack", "dev");
  }

  @Override
  public void afterDestroy() throws IOException, InterruptedException {
    if (Files.exists(shell.folder().resolve("Pulumi.dev.yaml"))) {
      run("stack", "rm", "dev", "--yes", "--non-interactive");
    }
    run("stack", "init", "dev", "--non-interactive");
    Path settings = shell.folder().resolve("Pulumi.dev.yaml");
    String salt = Files.exists(settings) ? Files.readString(settings) : "";
    Files.writeString(
        settings,
        salt + "config:\n  aws:region: us-west-2\n  aws:skipMetadataApiCheck: \"true\"\n");
  }

  private void run(String... arguments) throws IOException, InterruptedException {
    List<String> line = new java.util.ArrayList<>(List.of(pulumi.toString()));
    line.addAll(List.of(arguments));
    shell.run(line);
  }
}
